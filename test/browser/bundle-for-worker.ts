import {build} from "esbuild";

/** Makes one file, for a worker of a page, of a module that uses the library by its paths from the project's folder. */
export async function bundleForWorker(contents: string, outfile: string): Promise<void> {
  await build({
    stdin: {contents, resolveDir: "."},
    bundle: true,
    format: "esm",
    platform: "browser",
    external: ["module", "fs", "path", "crypto"], // which h5wasm names and does not use in a browser
    plugins: [
      {
        name: "without-node", // as the bundles of the site are
        setup: ({onLoad}) => onLoad({filter: /\/lib\/.*\/node\//}, () => ({contents: "export {};"}))
      }
    ],
    outfile,
    logLevel: "error"
  });
}
