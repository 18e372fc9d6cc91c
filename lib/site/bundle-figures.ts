// A page draws a few kinds of figures, and a door of lib/plot leads to more. This gives each page, and each component, the
// figures that it names, in one minified file for each door it enters; pages that name the same share it.
import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, relative, resolve} from "node:path";
import {addressFrom, bundleModules} from "./bundle-modules.js";

/**
 * Replaces the doors of a room in a built site by files that hold what a page or component takes from them. Whoever takes all
 * of one (`import * as …`) keeps that door.
 *
 * @param site the folder of the built site
 * @param room the room's folder in it; its doors are called index, in it and in folders of it
 * @param folder where the files go
 */
export async function bundleFigures(
  site: string,
  room = "_import/lib/plot",
  folder = "_import/figures"
): Promise<void> {
  const files = readdirSync(site, {recursive: true, encoding: "utf8"}).map((name) => resolve(site, name));
  const doors = new Set(
    files.filter((file) => file.startsWith(`${resolve(site, room)}/`) && /\/index\.[^/]*js$/.test(file))
  );
  const users = files.filter(
    (file) => /\.(html|js)$/.test(file) && !file.startsWith(`${resolve(site, "_import/lib")}/`)
  );
  const made = new Map<string, string>();
  const takes = new Map<string, string>(); // of each component, what it takes
  for (const user of users) {
    const text = readFileSync(user, "utf8");
    let changed = text;
    for (const [specifier, names] of namesTaken(text)) {
      const door = resolve(dirname(user), specifier);
      if (!doors.has(door)) continue;
      const what = `export {${names.join(", ")}} from "./${relative(resolve(site, folder), door)}";`;
      const file = resolve(site, folder, `${createHash("sha256").update(what).digest("hex").slice(0, 8)}.js`);
      made.set(file, what);
      const address = addressFrom(user, file);
      changed = changed.replaceAll(`import("${specifier}")`, `import("${address}")`);
      changed = changed.replaceAll(`from "${specifier}"`, `from "${address}"`);
      changed = changed.replace(preload(specifier), preload(address));
      if (user.endsWith(".js")) takes.set(user, file); // a component enters one door
    }
    if (changed !== text) writeFileSync(user, changed);
  }
  for (const page of users.filter((user) => user.endsWith(".html"))) preloadTaken(page, takes);
  mkdirSync(resolve(site, folder), {recursive: true});
  for (const [file, contents] of made) await bundle(site, file, contents);
}

/** A page that preloads a component also preloads what the component takes. */
function preloadTaken(page: string, takes: ReadonlyMap<string, string>): void {
  const html = readFileSync(page, "utf8");
  const more = html.replace(/<link rel="modulepreload" href="([^"]+)">\n?/g, (link, href) => {
    const taken = takes.get(resolve(dirname(page), href));
    const address = taken && addressFrom(page, taken);
    return !address || html.includes(preload(address)) ? link : `${link}${preload(address)}\n`;
  });
  if (more !== html) writeFileSync(page, more);
}

/** The names that a page or module takes from each module; modules of which it takes all, or in another way, are left out. */
function namesTaken(text: string): Map<string, string[]> {
  const found = importsIn(text);
  const taken = new Map<string, string[]>();
  for (const {specifier} of found) {
    const own = found.filter((each) => each.specifier === specifier);
    const mentions = text.split(`import("${specifier}")`).length + text.split(`from "${specifier}"`).length - 2;
    if (mentions === own.length && own.every(({names}) => names.length > 0))
      taken.set(specifier, [...new Set(own.flatMap(({names}) => names))].sort());
  }
  return taken;
}

/** What the scripts of a page, or a module, import by name; a page's are written by Framework, in one line for each cell. */
function importsIn(text: string): {names: string[]; specifier: string}[] {
  const ofModule = [...text.matchAll(/^import\s*\{([^}]*)\}\s*from\s*"([^"]+)"/gm)].map(([, names, specifier]) => ({
    names: imported(names, " as "),
    specifier
  }));
  const ofPage = [...text.matchAll(/^const (.+) = await ((?:Promise\.all\(\[)?import\("[^\n]*"\)(?:\]\))?);$/gm)];
  return [
    ...ofModule,
    ...ofPage.flatMap(([, left, right]) => {
      const targets = left.startsWith("[") ? (left.slice(1, -1).match(/\{[^}]*\}|[\w$]+/g) ?? []) : [left];
      return [...right.matchAll(/import\("([^"]+)"\)/g)].map(([, specifier], i) => ({
        names: targets[i]?.startsWith("{") ? imported(targets[i].slice(1, -1), ":") : [],
        specifier
      }));
    })
  ];
}

function imported(list: string, rename: string): string[] {
  const names = list.split(",").map((part) => part.split(rename)[0].trim());
  return names.filter((name) => name !== "");
}

function preload(specifier: string): string {
  return `<link rel="modulepreload" href="${specifier}">`;
}

async function bundle(site: string, file: string, contents: string): Promise<void> {
  const inside = `${resolve(site, "_import/lib")}/`;
  const [{contents: bundled}] = await bundleModules({stdin: {contents, resolveDir: dirname(file)}}, (path) => {
    // A module of the library does nothing but define; packages stay where they are.
    if (path.startsWith(inside)) return {path, sideEffects: false};
    return {external: true, path: addressFrom(file, path)};
  });
  writeFileSync(file, bundled);
}
