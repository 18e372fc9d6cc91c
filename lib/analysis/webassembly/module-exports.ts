/**
 * Starts a module that was put together by `moduleBytes`.
 * @returns its functions, and the buffer of its memory; null where there is no WebAssembly, or it lacks an instruction
 */
export function moduleExports<Functions>(bytes: Uint8Array<ArrayBuffer>): (Functions & {buffer: ArrayBuffer}) | null {
  try {
    const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return {...(exports as Functions), buffer: (exports.memory as WebAssembly.Memory).buffer};
  } catch {
    return null;
  }
}
