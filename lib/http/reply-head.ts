/** The status of a reply, and its headers by their names in lower case, as far as they are visible. */
export interface ReplyHead {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
}
