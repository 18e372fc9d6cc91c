// A page names the snapshots that it may ask for, and Framework puts eight digits of each one's SHA-256 into its name. Here the page is
// given all 64, so that src/components/verified-files.ts can tell whether what came is what the page was built with.
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, posix} from "node:path";
import {parse, serialize} from "parse5";
import {parseSync} from "rolldown/utils";
import {appendElement, attribute, elementsIn, textOf} from "./html-elements.js";
import {sha256} from "./sha-256.js";

/** Where a built site has its files of data. */
const FILES = "_file/data";

/** SHA-256 of every file of data of a built site, in hexadecimal digits, by its path. */
export function snapshotDigests(site: string): Map<string, string> {
  if (!existsSync(join(site, FILES))) return new Map();
  const names = readdirSync(join(site, FILES), {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile()
  );
  return new Map(
    names.map(({parentPath, name}) => {
      const path = join(parentPath, name);
      return [posix.relative(site, path), sha256(readFileSync(path))];
    })
  );
}

/** By their paths in the cache: "data/7/units.arrow" for "_file/data/7/units.0a1b2c3d.arrow". */
export function inCache(digests: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...digests].map(([path, digest]) => {
      const {dir, name, ext} = posix.parse(posix.relative("_file", path));
      return [posix.join(dir, posix.parse(name).name + ext), digest];
    })
  );
}

/**
 * A page with the digests of the files that it registers, as a list in an element of the id "snapshot-digests".
 *
 * @param path of the page in the site, such as "700000001/units.html"
 * @throws {Error} if it registers a file that the site does not have
 */
export function withSnapshotDigests(html: string, path: string, digests: ReadonlyMap<string, string>): string {
  const page = parse(html);
  const elements = [...elementsIn(page)];
  const files = elements
    .filter((element) => element.tagName === "script" && attribute(element, "type") === "module")
    .flatMap((script) => registeredFiles(textOf(script)))
    .map((file) => posix.join(posix.dirname(path), file))
    .filter((file) => file.startsWith(`${FILES}/`));
  if (files.length === 0) return html;
  const needed = files.map((file) => {
    const digest = digests.get(file);
    if (digest === undefined) throw new Error(`${path} registers ${file}, which is not there.`);
    return digest;
  });
  const head = elements.find(({tagName}) => tagName === "head")!;
  const text = JSON.stringify([...new Set(needed)].sort());
  appendElement(head, "script", {type: "application/json", id: "snapshot-digests"}, text);
  return serialize(page);
}

/** The paths in the calls of `registerFile(name, {path, …})`, which Framework writes into a page. */
function registeredFiles(script: string): string[] {
  return parseSync("page.js", script).program.body.flatMap((statement) => {
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "CallExpression") return [];
    const {callee, arguments: given} = statement.expression;
    const [, info] = given;
    if (callee.type !== "Identifier" || callee.name !== "registerFile" || info?.type !== "ObjectExpression") return [];
    return info.properties.flatMap((property) => {
      if (property.type !== "Property" || property.key.type !== "Literal" || property.key.value !== "path") return [];
      return property.value.type === "Literal" ? [String(property.value.value)] : [];
    });
  });
}
