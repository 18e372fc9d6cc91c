/** h5wasm: the HDF5 C library compiled to WebAssembly, with its module object and its file system. */
export type Hdf5Library = typeof import("h5wasm");

/** `host`: reads files of the machine where they lie (Node). `memory`: reads bytes (Node, page, worker). */
export type Hdf5Platform = "host" | "memory";

// The names are not literals inside import(), so that a page's bundler neither follows nor ships these 4 MB.
const PACKAGES: Record<Hdf5Platform, string> = {host: "h5wasm/node", memory: "h5wasm"};

let load = (platform: Hdf5Platform): Promise<Hdf5Library> => import(/* @vite-ignore */ PACKAGES[platform]);

/** Says where h5wasm comes from, where its package name does not resolve: a page or a worker calls this once, first. */
export function provideHdf5(loader: (platform: Hdf5Platform) => Promise<Hdf5Library>): void {
  load = loader;
}

/**
 * h5wasm, started. Its errors are made to throw: by default a failed read returns whatever lay in memory.
 * @throws what the loader throws where the package cannot be found
 */
export async function hdf5Library(platform: Hdf5Platform): Promise<Hdf5Library> {
  const library = await load(platform);
  (await library.ready).activate_throwing_error_handler();
  return library;
}
