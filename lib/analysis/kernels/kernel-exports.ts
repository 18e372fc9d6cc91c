/** A constant that a kernel exports: a place in its memory (bytes), or a size. */
export interface KernelConstant {
  value: number;
}

/**
 * Starts a kernel, which is WebAssembly compiled from a file of `assembly/`.
 * @param compiled its bytes in base64, the default export of the module of the same name in `compiled/`
 * @returns what the file exports, and its memory, whose size does not change; null where there is no WebAssembly, or it
 * lacks an instruction
 */
export function kernelExports<Exports>(compiled: string): (Exports & {memory: {buffer: ArrayBuffer}}) | null {
  try {
    const bytes = Uint8Array.from(atob(compiled), (character) => character.charCodeAt(0));
    const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return exports as unknown as Exports & {memory: {buffer: ArrayBuffer}};
  } catch {
    return null;
  }
}
