import {readSync} from "node:fs";

/** A message of an HDF5 object header: its type, and where its data lie in the file. */
export interface HeaderMessage {
  type: number;
  position: number;
  length: number;
}

/** Message types that are looked at here (HDF5 file format specification, section IV.A.2). */
export const MESSAGE_TYPES = {datatype: 0x0003, attribute: 0x000c, continuation: 0x0010, modificationTime: 0x0012};

/**
 * The messages of a version-1 object header (the one that libver "earliest" writes; it has no checksum).
 *
 * @param descriptor an open file
 * @param address where the header begins, which is what an object reference to it holds
 */
export function readHeaderMessages(descriptor: number, address: number): HeaderMessage[] {
  const prefix = readBytes(descriptor, address, 16);
  if (prefix.getUint8(0) !== 1) throw new Error(`expected a version-1 object header at ${address}`);
  const messages: HeaderMessage[] = [];
  const blocks: [position: number, length: number][] = [[address + 16, prefix.getUint32(8, true)]];
  for (const [blockPosition, blockLength] of blocks) {
    const block = readBytes(descriptor, blockPosition, blockLength);
    for (let at = 0; at + 8 <= blockLength; ) {
      const message = {
        type: block.getUint16(at, true),
        position: blockPosition + at + 8,
        length: block.getUint16(at + 2, true)
      };
      if (message.type === MESSAGE_TYPES.continuation) {
        blocks.push([Number(block.getBigUint64(at + 8, true)), Number(block.getBigUint64(at + 16, true))]);
      }
      messages.push(message);
      at += 8 + message.length;
    }
  }
  return messages;
}

/** Reads exactly `length` bytes. */
export function readBytes(descriptor: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  const found = readSync(descriptor, bytes, 0, length, position);
  if (found !== length) throw new Error(`expected ${length} bytes at ${position}, found ${found}`);
  return new DataView(bytes.buffer);
}
