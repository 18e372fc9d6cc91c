import {mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {dirname, isAbsolute, join} from "node:path";
import {type OutputChunk, rolldown} from "rolldown";

/** What is bundled, by the name of its file, without ".js": the path of a module, or the text of one whose imports are paths. */
export type Entries = Readonly<Record<string, {path: string} | {text: string}>>;

/** How modules that several entries need are put into files. */
export interface BundleOptions {
  /** What the names of these files begin with. */
  shared: string;
  /** Below this many bytes, before they are compressed, such a file becomes part of another, of which some then load more than they need. */
  smallest?: number;
}

/**
 * Modules of the project in few minified files that browsers of today run. What stands in lib/ does nothing but define, so that
 * what no entry names is left out. Packages stay imports.
 *
 * @returns the text of each file, by its name; those that entries share are first
 * @throws {Error} if a module does not parse, or imports what is not there
 */
export async function bundleModules(
  entries: Entries,
  {shared, smallest = 0}: BundleOptions
): Promise<Map<string, string>> {
  const library = `${realpathSync("lib")}/`;
  const bundle = await rolldown({
    input: Object.fromEntries(
      Object.entries(entries).map(([name, of]) => [name, "path" in of ? of.path : given(name)])
    ),
    platform: "browser",
    resolve: {extensionAlias: {".js": [".ts", ".js"]}},
    external: (id) => !id.startsWith(".") && !isAbsolute(id) && !id.startsWith(given("")),
    treeshake: {moduleSideEffects: (id) => !id.startsWith(library)},
    transform: {target: "es2022"}, // what Framework parses
    plugins: [
      {
        name: "given-text",
        resolveId: (id) => (id.startsWith(given("")) ? id : undefined),
        load(id) {
          if (id.startsWith(library) && id.includes("/node/")) return "export {};"; // runs in Node only
          const entry = id.startsWith(given("")) ? entries[id.slice(given("").length)] : undefined;
          return entry && "text" in entry ? entry.text : undefined;
        }
      }
    ],
    logLevel: "silent"
  });
  const {output} = await bundle.generate({
    format: "esm",
    minify: true,
    keepNames: true, // an error is told apart by its name
    entryFileNames: "[name].js",
    chunkFileNames: `${shared}.[hash].js`,
    codeSplitting: {
      groups: [{name: shared, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: smallest}]
    }
  });
  await bundle.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === "chunk");
  chunks.sort((a, b) => Number(a.isEntry) - Number(b.isEntry));
  return new Map(chunks.map(({fileName, code}) => [fileName, code]));
}

/** The id of a module that is no file. */
function given(name: string): string {
  return `\0given:${name}`;
}

/** Makes a folder hold these files and no others; a file that holds what it should is not touched. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, {recursive: true});
  const there = new Set(
    readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".js"))
  );
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (there.has(name) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
  }
  for (const name of there) if (!files.has(name)) rmSync(join(folder, name));
}
