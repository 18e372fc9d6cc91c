/** What a server may do wrong with one request. Positions are bytes of the reply's body. */
export type Fault =
  /** The connection breaks after so many bytes of the body. */
  | {kind: "cut"; after: number}
  /** Nothing more comes after so many bytes of the body; -1: not even the head. */
  | {kind: "stall"; after: number}
  /** The whole file with status 200, whatever was asked for. */
  | {kind: "ignore-range"}
  /** A Content-Range that is not the one asked for. */
  | {kind: "wrong-range"; header: string | null}
  /** A body with so many bytes more (or fewer) than Content-Length says. */
  | {kind: "length"; by: number}
  /** A Content-Length that is not that of the range. */
  | {kind: "wrong-content-length"; by: number}
  | {kind: "status"; status: number; headers?: Record<string, string>}
  | {kind: "redirect"; to: string}
  /** One byte of the body is another. */
  | {kind: "flip"; at: number}
  /** A page that says that something is wrong, with status 200. */
  | {kind: "html"}
  /** The file's head has no length: it comes in chunks. */
  | {kind: "chunked"}
  /** The file ends when the connection does. */
  | {kind: "until-close"}
  /** The body is compressed, though nobody asked for that. */
  | {kind: "gzip"};

export const PAGE = "<!DOCTYPE html><title>Sign in</title><p>Please accept the conditions of this network.</p>";
