/** A channel as a row of the channels table has it: with the area of the project's tables, or of the file alone. */
export interface StructuredChannel {
  ecephys_structure_acronym?: string | null;
  structure_acronym?: string | null;
}

/** The area of a channel: the one in the project's tables or, where a session has only its file, the file's own; null for none. */
export function channelStructure(channel: StructuredChannel | undefined): string | null {
  return channel?.ecephys_structure_acronym ?? channel?.structure_acronym ?? null;
}
