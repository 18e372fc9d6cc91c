/** A file of the project, by what it holds. */
export type ProjectFile =
  | {kind: "table"; name: "sessions" | "probes" | "channels" | "units"}
  | {kind: "session"; sessionId: number}
  | {kind: "lfp"; sessionId: number; probeId: number}
  | {kind: "analysis-metrics"; sessionType: string}
  | {kind: "session-analysis-metrics"; sessionId: number}
  | {kind: "natural-scene-template"; number: number}
  | {kind: "natural-movie-template"; number: number};

/** Where a file is: on this machine, or behind an address, with what its source publishes of it. */
export type FileLocation =
  | {kind: "path"; path: string /** that is published of it, in hexadecimal digits */; sha256?: string}
  | {kind: "url"; url: string /** in bytes */; size?: number /** in hexadecimal digits */; sha256?: string};

/** A file as a source has it: where it is, or the text that the source puts together (of a table). */
export type SourceFile = FileLocation | {kind: "text"; text: string /** that it was made from */; url: string};

/** A place that the project's files come from. */
export interface ProjectSource {
  /** How the source is called in messages, such as "DANDI". */
  readonly name: string;
  /** The folder on this machine that its files are used from where they lie; such a source is asked offline, too. */
  readonly directory?: string;
  /**
   * Where this source has a file, or null when it does not have it.
   * @throws {ProjectError} when the source cannot be asked
   */
  locate(file: ProjectFile, options?: {signal?: AbortSignal}): Promise<SourceFile | null>;
}
