import {ProjectError} from "../project-error.js";

/** A gray image: one byte for each pixel, row by row from the top; 0 is black. */
export interface GrayImage {
  height: number;
  width: number;
  values: Uint8Array;
}

/** The fields of a TIFF directory that an uncompressed gray image is read by (TIFF 6.0, section 8), by their numbers. */
const WIDTH = 256;
const HEIGHT = 257;
const BITS = 258;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const STRIP_OFFSETS = 273;
const SAMPLES = 277;
const STRIP_BYTES = 279;

/**
 * Reads the first image of a TIFF file (of either byte order) that holds uncompressed gray pixels of 8 bits, as the natural
 * scene templates are.
 * @param file its name, for messages
 * @throws {ProjectError} `bad-template` when it is any other kind of image, or cut short
 */
export function readTiff(bytes: Uint8Array, file: string): GrayImage {
  const wrong = (expected: string, found: string) =>
    new ProjectError("bad-template", {file, expected, found, remedy: "Delete the file, and it is fetched again."});
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  if (
    bytes.length < 8 ||
    bytes[0] !== bytes[1] ||
    !(isLittle || bytes[0] === 0x4d) ||
    view.getUint16(2, isLittle) !== 42
  )
    throw wrong("a TIFF file", "other bytes");
  try {
    const fields = readDirectory(view, view.getUint32(4, isLittle), isLittle);
    const field = (tag: number, ifAbsent: number) => fields.get(tag)?.[0] ?? ifAbsent;
    const layout = [field(BITS, 1), field(COMPRESSION, 1), field(PHOTOMETRIC, 1), field(SAMPLES, 1)];
    if (layout.join() !== "8,1,1,1")
      throw wrong(
        "uncompressed gray pixels of 8 bits",
        `${layout[0]} bits, compression ${layout[1]}, photometric interpretation ${layout[2]}, ${layout[3]} samples per pixel`
      );
    const [height, width] = [field(HEIGHT, 0), field(WIDTH, 0)];
    const counts = fields.get(STRIP_BYTES) ?? [];
    const strips = (fields.get(STRIP_OFFSETS) ?? []).map((offset, i) => bytes.subarray(offset, offset + counts[i]));
    const found = strips.reduce((sum, strip) => sum + strip.length, 0);
    if (found !== height * width || found === 0) throw wrong(`${height} × ${width} pixels`, `${found} bytes of them`);
    const values = new Uint8Array(found);
    let written = 0;
    for (const strip of strips) {
      values.set(strip, written);
      written += strip.length;
    }
    return {height, width, values};
  } catch (error) {
    if (error instanceof RangeError) throw wrong("a whole TIFF file", "one that is cut short");
    throw error;
  }
}

/** The numbers of every field whose values are short or long integers, by the field's number. */
function readDirectory(view: DataView, offset: number, isLittle: boolean): Map<number, number[]> {
  const fields = new Map<number, number[]>();
  const entries = view.getUint16(offset, isLittle);
  for (let entry = 0; entry < entries; ++entry) {
    const at = offset + 2 + 12 * entry;
    const size = {3: 2, 4: 4}[view.getUint16(at + 2, isLittle)];
    if (size === undefined) continue;
    const count = view.getUint32(at + 4, isLittle);
    if (count > view.byteLength) throw new RangeError("more values than bytes");
    const first = count * size <= 4 ? at + 8 : view.getUint32(at + 8, isLittle);
    const number = (i: number) =>
      size === 2 ? view.getUint16(first + 2 * i, isLittle) : view.getUint32(first + 4 * i, isLittle);
    fields.set(
      view.getUint16(at, isLittle),
      Array.from({length: count}, (_, i) => number(i))
    );
  }
  return fields;
}
