import type {ReplyHead} from "../../http/index.js";

/** A request for the bytes `[start, end)` of what is at an address. */
export interface RangeRequest {
  url: string;
  start: number;
  end: number;
  /** The ETag that the file must still have, where the platform may ask for it. */
  ifMatch?: string;
}

/** What came back; its status is 0 where no answer came. */
export interface RangeAnswer extends ReplyHead {
  /** The address that answered, after the redirects that the platform followed by itself. */
  url: string;
  /** The body of a partial answer, at most a byte longer than was asked for; empty for any other. */
  body: Uint8Array;
  /** Why there is no answer, or why its body ends early. */
  fault?: string;
}

/** How a platform makes range requests while its caller stands still. */
export interface RangeTransport {
  /** Makes the requests, several at a time, and returns when all have an answer. Never throws for what the network does. */
  send(requests: readonly RangeRequest[]): RangeAnswer[];
  /** Stands still. */
  wait(milliseconds: number): void;
  close(): void;
}
