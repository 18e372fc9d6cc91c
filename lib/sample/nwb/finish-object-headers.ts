import {closeSync, openSync, writeSync} from "node:fs";
import {MESSAGE_TYPES, readBytes, readHeaderMessages} from "./object-header.js";

/**
 * What h5wasm 0.10.3 cannot write is put right in the finished file, in the headers of the objects given:
 *
 * - booleans: NWB stores them as an enumeration FALSE = 0, TRUE = 1 on int8. h5wasm refuses to create enumerations, so
 *   they are written as one-byte compounds (`booleanPlaceholder`), whose datatype message is long enough to be replaced;
 * - variable-length strings, which it marks as padded with spaces, become null-terminated, as h5py writes them;
 * - modification times become 0, so that the same data give the same bytes.
 */
export function finishObjectHeaders(path: string, addresses: readonly number[]): void {
  const descriptor = openSync(path, "r+");
  try {
    for (const address of addresses) {
      for (const {type, position, length} of readHeaderMessages(descriptor, address)) {
        if (type === MESSAGE_TYPES.modificationTime) {
          writeSync(descriptor, new Uint8Array(4), 0, 4, position + 4);
        } else if (type === MESSAGE_TYPES.datatype) {
          finishDatatype(descriptor, position, length);
        } else if (type === MESSAGE_TYPES.attribute) {
          // version, reserved, sizes of name, datatype and dataspace; then these three, each padded to 8 bytes
          const sizes = readBytes(descriptor, position, 8);
          const nameLength = Math.ceil(sizes.getUint16(2, true) / 8) * 8;
          finishDatatype(descriptor, position + 8 + nameLength, sizes.getUint16(4, true));
        }
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The h5wasm datatype that stands for a boolean until the file is finished. */
export const BOOLEAN_PLACEHOLDER: [name: string, type: string][] = [["boolean", "<b"]];

const CLASSES = {compound: 6, enumeration: 8, variableLength: 9};

function finishDatatype(descriptor: number, position: number, length: number): void {
  const datatype = readBytes(descriptor, position, length);
  const datatypeClass = datatype.getUint8(0) & 0x0f;
  if (datatypeClass === CLASSES.compound && datatype.getUint32(4, true) === 1) {
    const bytes = new Uint8Array(length);
    bytes.set(booleanDatatype);
    writeSync(descriptor, bytes, 0, length, position);
  } else if (datatypeClass === CLASSES.variableLength && (datatype.getUint8(1) & 0x0f) === 1) {
    // the upper four bits of the class's first byte of flags say how the string is padded: 0 is null-terminated
    writeSync(descriptor, Uint8Array.of(datatype.getUint8(1) & 0x0f), 0, 1, position + 1);
  }
}

/** The datatype message of the enumeration {FALSE = 0, TRUE = 1} on a signed byte, version 1. */
const booleanDatatype = Uint8Array.of(
  ...[0x10 | CLASSES.enumeration, 2, 0, 0, 1, 0, 0, 0],
  ...[0x10, 0x08, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0],
  ...new TextEncoder().encode("FALSE\0\0\0TRUE\0\0\0\0"),
  ...[0, 1]
);
