import type {CompoundMember, Metadata} from "h5wasm";
import type {NumberArray} from "./number-array.js";

/** How the members of a compound element are decoded. */
export interface MemberDecoders {
  numbers(member: CompoundMember, bytes: Uint8Array): NumberArray;
  reference(bytes: Uint8Array): string | null;
}

/** Compound rows (array of structures) as columns. Members that are neither numbers nor references are left out. */
export function decodeCompound(
  rows: Uint8Array,
  {size, compound_type}: Metadata,
  decoders: MemberDecoders
): Record<string, NumberArray | (string | null)[]> {
  const count = rows.length / size;
  const columns = new Map<string, NumberArray | (string | null)[]>();
  for (const member of compound_type!.members) {
    if (member.type === 7) {
      const reference = (_: unknown, i: number) =>
        decoders.reference(rows.subarray(i * size + member.offset, i * size + member.offset + member.size));
      columns.set(member.name, Array.from({length: count}, reference));
    } else if (member.type === 0 || member.type === 1) {
      const bytes = new Uint8Array(count * member.size);
      for (let i = 0; i < count; ++i) {
        const start = i * size + member.offset;
        bytes.set(rows.subarray(start, start + member.size), i * member.size);
      }
      columns.set(member.name, decoders.numbers(member, bytes));
    }
  }
  return Object.fromEntries(columns);
}
