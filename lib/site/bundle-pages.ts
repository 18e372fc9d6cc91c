// In a build, a page gets of the library and of the components what its cells name, in a module of its own beside a few that it shares
// with other pages: whole doors would be twice what a page may take. Cells are changed where they import, as Framework has parsed
// them; what a reader is shown of them is not.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import {findImports} from "@observablehq/framework/dist/javascript/imports.js";
import {parseJavaScript, parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import type {LoaderResolver, Page} from "@observablehq/framework/dist/loader.js";
import {relativePath, resolvePath} from "@observablehq/framework/dist/path.js";
import {BuildLoaders} from "./build-loaders.js";
import {bundleModules, writeFolder} from "./bundle-modules.js";
import {BUNDLED, bundledSource} from "./bundled-source.js";
import {firstSnapshots} from "./first-snapshots.js";
import {importsIn, scriptsIn} from "./site-imports.js";
import {provideRoot} from "./site-root.js";
import {pageModule, TakenModules} from "./taken-modules.js";

/**
 * The site as it is built: its pages, and in place of lib/ and components/ what they take of these.
 *
 * @param config as Framework reads it
 * @throws {Error} if a module does not parse, or imports what is not there
 */
export async function bundlePages(config: Config): Promise<Config> {
  const pages = new Map<string, Page>();
  for await (const path of config.paths()) pages.set(path, await config.loaders.loadPage(path, {...config, path}));
  const taken = new TakenModules();
  for (const [path, page] of pages) {
    page.head = (page.head ?? "") + preloads(page, path, config);
    narrow(page, path, config, taken);
  }

  // All beside the components, as these start workers that stand beside them.
  const files = await bundleModules(taken.entries(), {shared: "components/shared", smallest: 940});
  for (const name of workersIn(files)) {
    const worker = {[name]: {path: bundledSource(`/${name}.js`)!}};
    // Apart, or what pages and workers share would be more than either needs.
    for (const [file, text] of await bundleModules(worker, {shared: name, smallest: 2500})) files.set(file, text);
  }
  const root = provideRoot("build", BUNDLED);
  for (const folder of BUNDLED) {
    const inside = [...files].filter(([name]) => name.startsWith(`${folder}/`));
    writeFolder(join(root, folder), new Map(inside.map(([name, text]) => [name.slice(folder.length + 1), text])));
  }
  return {...config, root, loaders: new BuildLoaders(root, config, pages)};
}

/** Has a browser fetch what a page is sure to ask for while it still fetches the modules that will ask. */
function preloads({code, params}: Page, path: string, {loaders}: Config): string {
  if (!params?.session) return "";
  const names = new Set(code.flatMap(({node}) => firstSnapshots(node.input)));
  return [...names]
    .map((name) => `/data/${params.session}/${name}.arrow`)
    .filter((file) => loaders.find(file))
    .map((file) => `\n<link rel="preload" as="fetch" crossorigin href="${relativePath(path, file)}">`)
    .join("");
}

/**
 * Has the cells of a page take what they name from the page's own module, and notes what that is; and what modules beside the page,
 * and its scripts, take.
 */
function narrow(page: Page, path: string, {loaders}: Config, taken: TakenModules): void {
  const own = JSON.stringify(relativePath(path, `/${pageModule(page.path)}.js`));
  for (const cell of page.code) {
    const {input, imports} = cell.node;
    const local = imports.filter(({type}) => type === "local");
    for (const {name, method} of local)
      if (method === "resolve") takeBeside(resolvePath(path, name), null, loaders, taken);
    if (local.length === 0) continue;
    let text = input;
    for (const {start, end, module, names} of importsIn(input, path).reverse()) {
      if (!bundledSource(module)) takeBeside(module, names, loaders, taken);
      else if (taken.byPage(page.path, module, names)) text = text.slice(0, start) + own + text.slice(end);
    }
    if (text !== input) cell.node = parseJavaScript(text, {path, params: page.params, inline: cell.mode === "inline"});
  }
  for (const html of [page.head, page.body])
    for (const module of scriptsIn(html ?? "", path)) takeBeside(module, null, loaders, taken);
}

/** Notes what is taken of a module at its own address; of one that is not bundled, what it imports itself. */
function takeBeside(module: string, names: string[] | null, loaders: LoaderResolver, taken: TakenModules): void {
  if (bundledSource(module)) {
    taken.beside(module, names);
    return;
  }
  const file = module.endsWith(".js") && loaders.getWatchPath(module);
  if (!file || !taken.isNew(module)) return;
  for (const of of importsIn(readFileSync(file, "utf8"), module, file)) takeBeside(of.module, of.names, loaders, taken);
}

/** The workers that bundled modules start, by the names of their entries. */
function workersIn(files: ReadonlyMap<string, string>): string[] {
  const names = [...files]
    .filter(([, text]) => text.includes("import.meta.resolve"))
    .flatMap(([file, text]) =>
      findImports(parseProgram(text), `/${file}`, text)
        .filter(({type, method}) => type === "local" && method === "resolve")
        .map(({name}) => resolvePath(`/${file}`, name))
    );
  return [...new Set(names)].map((name) => name.slice(1, -".js".length));
}
