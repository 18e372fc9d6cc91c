import {ProjectError} from "../project-error.js";

/** The kinds of number that an array may hold, by NumPy's name without the byte order. */
const KINDS = {
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  i2: Int16Array,
  u4: Uint32Array,
  i4: Int32Array,
  f4: Float32Array,
  f8: Float64Array
};

/** An array as NumPy stores it: the last dimension varies fastest. */
export interface NumpyArray {
  shape: number[];
  values: InstanceType<(typeof KINDS)[keyof typeof KINDS]>;
}

/**
 * Reads NumPy's .npy format, versions 1 to 3 (numpy.lib.format): little-endian numbers in C order.
 * @param file its name, for messages
 * @throws {ProjectError} `bad-template` when it is anything else, or has more or fewer bytes than its shape asks for
 */
export function readNpy(bytes: Uint8Array, file: string): NumpyArray {
  const wrong = (expected: string, found: string) =>
    new ProjectError("bad-template", {file, expected, found, remedy: "Delete the file, and it is fetched again."});
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(1, 6));
  if (bytes.length < 12 || bytes[0] !== 0x93 || magic !== "NUMPY") throw wrong("NumPy's .npy format", "other bytes");
  const start = bytes[6] === 1 ? 10 : 12;
  const end = start + (bytes[6] === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  const header = new TextDecoder("latin1").decode(bytes.subarray(start, end));
  const [, kind] = /'descr':\s*'[<|]([uif]\d)'/.exec(header) ?? [];
  const [, shapeText] = /'shape':\s*\(([\d\s,]*)\)/.exec(header) ?? [];
  if (!(kind in KINDS) || shapeText === undefined || !/'fortran_order':\s*False/.test(header))
    throw wrong("little-endian numbers in C order", header.trim() || "no header");
  const shape = shapeText.split(",").flatMap((text) => (text.trim() ? [Number(text)] : []));
  const size = shape.reduce((product, length) => product * length, 1);
  const NumberArray = KINDS[kind as keyof typeof KINDS];
  const found = bytes.length - end;
  if (found !== size * NumberArray.BYTES_PER_ELEMENT)
    throw wrong(`${size * NumberArray.BYTES_PER_ELEMENT} bytes for the shape ${shape.join(" × ")}`, `${found}`);
  return {shape, values: new NumberArray(new Uint8Array(bytes.subarray(end)).buffer)};
}
