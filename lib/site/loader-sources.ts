import {readdirSync, realpathSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {build} from "esbuild";

/**
 * The source files that each data loader consists of: itself and everything of the project that it imports, directly or
 * not. Packages are left out; the lock file speaks for them.
 *
 * @param directory the folder of the loaders, which may be a link
 * @returns real paths, by the loader's real path; null for a loader that does not parse or imports a file that is missing
 */
export async function loaderSources(directory: string): Promise<Map<string, string[] | null>> {
  const loaders = filesIn(directory)
    .filter((path) => /\.\w+\.ts$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => realpathSync(path));
  if (loaders.length === 0) return new Map();
  try {
    return new Map(Object.entries(await moduleSources(loaders)));
  } catch {
    // One loader that does not parse must not speak for the others.
    const each = loaders.map(async (loader): Promise<[string, string[] | null]> => {
      try {
        return [loader, (await moduleSources([loader]))[loader]];
      } catch {
        return [loader, null];
      }
    });
    return new Map(await Promise.all(each));
  }
}

/**
 * The project's files that modules consist of, themselves included.
 *
 * @param entries paths of the modules
 * @returns real paths in ascending order, by the entry as it was given
 * @throws when a file does not parse or is missing
 */
export async function moduleSources(entries: string[]): Promise<Record<string, string[]>> {
  const {metafile} = await build({
    entryPoints: entries,
    bundle: true,
    write: false,
    outdir: "unused",
    metafile: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent",
    absWorkingDir: process.cwd()
  });
  const inputs = Object.entries(metafile.inputs);
  const realPaths = new Map(inputs.map(([path]) => [path, realpathSync(resolve(path))]));
  const imports = new Map(
    inputs.map(([path, {imports}]) => {
      const inside = imports.filter(({external}) => !external);
      return [realPaths.get(path)!, inside.map((imported) => realPaths.get(imported.path)!)];
    })
  );
  return Object.fromEntries(entries.map((entry) => [entry, reached(realpathSync(entry), imports)]));
}

/** Every module that one reaches through imports. */
function reached(module: string, imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set([module]);
  for (const path of found) for (const imported of imports.get(path) ?? []) found.add(imported);
  return [...found].sort();
}

/** Every file under a folder, links followed. */
export function filesIn(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
