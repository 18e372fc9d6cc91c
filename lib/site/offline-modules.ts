// Fills Framework's module cache from node_modules, so that neither a build nor a preview asks the network for anything.
//
//   _node/<name>@<version>/index.js   what `import … from "<name>"` means, in pages and in lib/
//   _npm/<name>@<version>/_esm.js     what `npm:<name>` and the implicit names (Plot, d3, aq, html, Inputs) mean
//
// Framework can bundle the first kind itself, but ignores a package's "browser" map (Arquero's bundle then asks for
// node:stream and dies) and cuts libraries finer than a page wants to request them.
import {existsSync, readFileSync} from "node:fs";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join, relative, resolve} from "node:path";
import {build} from "esbuild";

const require = createRequire(import.meta.url);

/** Framework's client looks up a version of each of these on every build, used or not; an empty folder is an answer. */
const LOOKS_UP = [
  "@duckdb/duckdb-wasm",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "@uwdata/vgplot",
  "@viz-js/viz",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "exceljs",
  "htl",
  "isoformat",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api"
];

/** Framework asks for these where a page only names a file with their ending; what they say is for whoever calls them. */
const STAND_INS: Record<string, string> = {
  "apache-arrow": `export function tableFromIPC() {
    throw new Error("Read Arrow files with EcephysSession.fromSnapshot, or with aq.fromArrow(await file.arrayBuffer()).");
  }`
};

/** Which packages to make available offline. */
export interface OfflineModules {
  /** Framework's source root. */
  root: string;
  /** Packages that pages and lib/ import by their bare names. */
  bare: string[];
  /** Packages behind `npm:` and implicit names. */
  npm: string[];
  /** Parts of a bare package, themselves packages, that the site does not ship. */
  without?: Record<string, string[]>;
}

/**
 * Bundles each package into one minified file in Framework's cache; packages of the same list stay separate files that
 * import each other. Does nothing when the cache already holds these packages at their installed versions.
 *
 * @returns whether anything was bundled
 * @throws when a package is not installed or does not bundle
 */
export async function provideOfflineModules({root, bare, npm, without = {}}: OfflineModules): Promise<boolean> {
  const cache = resolve(root, ".observablehq", "cache");
  const versions = new Map([...LOOKS_UP, ...bare, ...npm].map((name) => [name, installedVersion(name) ?? "0.0.0"]));
  const record = JSON.stringify({
    versions: [...versions],
    bare,
    npm,
    without,
    standIns: STAND_INS,
    bundler: installedVersion("esbuild")
  });
  const recordPath = join(cache, "_offline-modules.json");
  if (existsSync(recordPath) && readFileSync(recordPath, "utf8") === record) return false;
  for (const kind of ["_node", "_npm"]) await rm(join(cache, kind), {recursive: true, force: true});
  for (const [name, version] of versions) await mkdir(join(cache, "_npm", `${name}@${version}`), {recursive: true});
  await bundleEach(npm, (name) => join(cache, "_npm", `${name}@${versions.get(name)}`, "_esm.js"));
  await bundleEach(bare, (name) => join(cache, "_node", `${name}@${versions.get(name)}`, "index.js"), without);
  for (const [name, code] of Object.entries(STAND_INS))
    if (!npm.includes(name)) await writeFile(join(cache, "_npm", `${name}@${versions.get(name)}`, "_esm.js"), code);
  await writeFile(recordPath, record);
  return true;
}

/** The version in node_modules; require.resolve would stop at packages that do not export their package.json. */
function installedVersion(name: string): string | undefined {
  for (const directory of require.resolve.paths(name) ?? []) {
    const path = join(directory, name, "package.json");
    if (existsSync(path)) return (JSON.parse(readFileSync(path, "utf8")) as {version: string}).version;
  }
}

async function bundleEach(names: string[], output: (name: string) => string, without: Record<string, string[]> = {}) {
  for (const name of names) {
    const outfile = output(name);
    await build({
      entryPoints: [name],
      absWorkingDir: dirname(require.resolve("esbuild/package.json")),
      outfile,
      bundle: true,
      minify: true,
      legalComments: "none",
      format: "esm",
      platform: "browser",
      target: "es2022",
      define: {"process.env.NODE_ENV": '"production"'},
      logLevel: "error",
      plugins: [
        {
          name: "siblings",
          setup({onResolve, onLoad}) {
            onResolve({filter: /^[^./]/}, ({path, kind, importer}) => {
              if (kind === "entry-point") return;
              // A relative import is one that Framework follows, preloads and hashes.
              if (names.includes(path)) return {external: true, path: relative(dirname(outfile), output(path))};
              if (without[name]?.includes(path) && importer.includes(`/node_modules/${name}/`))
                return {path, namespace: "left-out"};
            });
            onLoad({filter: /./, namespace: "left-out"}, () => ({contents: "export {}"}));
          }
        }
      ]
    });
  }
}
