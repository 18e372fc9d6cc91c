/** A view of bytes alone: they may be a stretch of a larger buffer. */
export function dataView({buffer, byteOffset, byteLength}: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
