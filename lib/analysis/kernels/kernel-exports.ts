/**
 * Starts a kernel, which is WebAssembly compiled from a file of `assembly/`.
 * @param compiled its bytes in base64, the default export of the module of the same name in `compiled/`
 * @returns what the file exports (addresses in memory are in bytes), and the buffer of its memory, whose size does not change;
 * null where there is no WebAssembly, or it lacks an instruction
 */
export function kernelExports<Exports>(compiled: string): (Exports & {buffer: ArrayBuffer}) | null {
  try {
    const bytes = Uint8Array.from(atob(compiled), (character) => character.charCodeAt(0));
    const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const values = Object.entries(exports).map(([name, exported]) => [
      name,
      exported instanceof WebAssembly.Global ? exported.value : exported
    ]);
    return {...Object.fromEntries(values), buffer: (exports.memory as WebAssembly.Memory).buffer} as Exports & {
      buffer: ArrayBuffer;
    };
  } catch {
    return null;
  }
}
