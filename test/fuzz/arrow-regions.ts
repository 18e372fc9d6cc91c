import type {Region} from "./region.js";

/** Message.bodyLength, the fourth field of its table (Arrow's Message.fbs). */
const BODY_LENGTH = 3;

/** What each part of an Arrow IPC stream is for: values are the bodies of its messages. */
export function arrowRegions(stream: Uint8Array): Region[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const regions: Region[] = [];
  for (let at = 0; at + 8 <= stream.length; ) {
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const table = at + 8 + view.getUint32(at + 8, true);
    const fields = table - view.getInt32(table, true);
    const field = view.getUint16(fields + 4 + 2 * BODY_LENGTH, true);
    const body = field === 0 ? 0 : Number(view.getBigInt64(table + field, true));
    regions.push({start: at, end: at + 8 + length, what: "a description", isPlain: false});
    regions.push({start: at + 8 + length, end: at + 8 + length + body, what: "values", isPlain: true});
    at += 8 + length + body;
  }
  return regions;
}
