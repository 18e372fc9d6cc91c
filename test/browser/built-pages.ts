import {existsSync, readdirSync} from "node:fs";

/**
 * The addresses of all built pages of the notebook, such as "/" and "/700000001/units"; the page for what is not found is not one,
 * nor are those of the library's reference, which are TypeDoc's.
 */
export function builtPages(directory = "dist"): string[] {
  if (!existsSync(directory)) throw new Error(`There is no built site in ${directory}/; run npm run build first.`);
  return readdirSync(directory, {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".html") && name !== "404.html" && !/^reference[/\\]/.test(name))
    .map((name) => `/${name.replaceAll("\\", "/").slice(0, -".html".length)}`.replace(/(^|\/)index$/, "$1"))
    .sort();
}
