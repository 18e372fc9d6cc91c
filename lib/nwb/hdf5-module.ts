/** h5wasm: the HDF5 C library compiled to WebAssembly, with its module object and its file system. */
export type Hdf5Library = typeof import("h5wasm");

/** Above this much memory (bytes), a module is not used for further files: WebAssembly never gives memory back. */
const MOST_MEMORY = 256 << 20;

// The name is not a literal inside import(), so that a page's bundler neither follows nor ships these 4 MB.
const PACKAGE = "h5wasm";

/**
 * Where h5wasm comes from.
 * @param instance 0 at first, and one more each time that a module has to be replaced: each must be another one
 */
export type Hdf5Loader = (instance: number) => Promise<Hdf5Library>;

let load: Hdf5Loader = (instance) =>
  import(/* @vite-ignore */ instance === 0 ? PACKAGE : `${import.meta.resolve(PACKAGE)}?instance=${instance}`);
let instance = 0;
let current: Promise<Hdf5Library> | undefined;
const stopped = new WeakSet<Hdf5Library>();

/** Says where h5wasm comes from, where its package name does not resolve: a page or a worker calls this once, first. */
export function provideHdf5(loader: Hdf5Loader): void {
  load = loader;
  current = undefined;
}

/**
 * h5wasm, started. Its errors are made to throw: by default a failed read returns whatever lay in memory.
 * @throws what the loader throws where the package cannot be found
 */
export async function hdf5Library(): Promise<Hdf5Library> {
  current ??= start();
  const used = current;
  const library = await used;
  if (!stopped.has(library) && library.Module.HEAPU8.length <= MOST_MEMORY) return library;
  if (current === used) current = start(); // Of several that find it so, the first one replaces it.
  return current;
}

async function start(): Promise<Hdf5Library> {
  const library = await load(instance++);
  (await library.ready).activate_throwing_error_handler();
  return library;
}

/**
 * Takes a module out of use if an error is a trap of WebAssembly: what it was doing was broken off, and nothing that it holds
 * can be relied on.
 */
export function stopAfterTrap(library: Hdf5Library, error: unknown): void {
  const isOverflow = error instanceof RangeError && /call stack/i.test(error.message);
  if (error instanceof WebAssembly.RuntimeError || isOverflow) stopped.add(library);
}

/** Whether a module has been taken out of use. */
export function isStopped(library: Hdf5Library): boolean {
  return stopped.has(library);
}
