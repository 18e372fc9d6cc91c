import {dirname, relative, resolve} from "node:path";
import {type BuildOptions, build, type OnResolveResult, type OutputFile} from "esbuild";

/**
 * Modules of a built site in minified files that browsers of today run.
 *
 * @param entry what is bundled, and how its files are called
 * @param whereIs what becomes of a relative import of the file at a path; it is bundled unless told otherwise
 * @throws {Error} if a module has an error, or imports a file that is not there
 */
export async function bundleModules(
  entry: BuildOptions,
  whereIs: (path: string) => OnResolveResult | undefined
): Promise<OutputFile[]> {
  const {outputFiles} = await build({
    ...entry,
    bundle: true,
    minify: true,
    keepNames: true, // an error is told apart by its name
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    plugins: [
      {
        name: "relative-imports",
        setup({onResolve}) {
          onResolve({filter: /^\./}, ({path, resolveDir}) => whereIs(resolve(resolveDir, path)));
        }
      }
    ]
  });
  return outputFiles;
}

/** What a page or module calls another file. */
export function addressFrom(user: string, file: string): string {
  return relative(dirname(user), file).replace(/^(?!\.)/, "./");
}
