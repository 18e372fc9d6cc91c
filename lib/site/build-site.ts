import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build, FileBuildEffects} from "@observablehq/framework/dist/build.js";
import type {Config} from "@observablehq/framework/dist/config.js";
import {bundleFigures} from "./bundle-figures.js";
import {bundleLibrary} from "./bundle-library.js";

/**
 * Builds the site beside the last one and then takes its place, so that a build that fails leaves the last one as it is.
 *
 * @returns the warnings of Framework
 * @throws what Framework throws
 */
export async function buildSite(config: Config): Promise<string[]> {
  const {root, output} = config;
  const [next, last] = [`${output}.next`, `${output}.last`];
  const warnings: string[] = [];
  const keep = (...words: unknown[]) => void warnings.push(words.join(" "));
  const effects = new FileBuildEffects(next, join(root, ".observablehq", "cache"), {
    logger: {log() {}, warn: keep, error: keep},
    output: {write() {}}
  });
  try {
    await build({config: {...config, output: next}}, effects);
    await bundleFigures(next);
    for (const folder of ["_import/components", "_import/lib"]) await bundleLibrary(next, folder);
    for (const name of readdirSync(next, {recursive: true, encoding: "utf8"}))
      if (name.endsWith(".html")) makeAccessible(join(next, name));
  } catch (error) {
    rmSync(next, {recursive: true, force: true});
    throw error;
  }
  rmSync(last, {recursive: true, force: true});
  try {
    renameSync(output, last);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  renameSync(next, output);
  rmSync(last, {recursive: true, force: true});
  return warnings;
}

/** What Framework's pages lack for a reader who hears them or enlarges them, and what there is no setting for. */
const improvements: [RegExp, string][] = [
  [/<html>/, '<html lang="en">'],
  [/, maximum-scale=1/, ""],
  // A box without a name outside all landmarks; the button "Pages" in the header does the same, and says so.
  [/<input id="observablehq-sidebar-toggle"/, '$& aria-hidden="true" tabindex="-1"'],
  [/(<ol>\s*)(<label id="observablehq-sidebar-close"[^>]*><\/label>)(\s*<li[^>]*>)/, "$1$3$2"],
  [/<nav id="observablehq-sidebar">/, '<nav id="observablehq-sidebar" aria-label="Pages">'],
  [/(<aside id="observablehq-toc")([^>]*>\s*<nav)>/, '$1 role="none"$2 aria-label="On this page">'],
  [/(<footer id="observablehq-footer">\s*<nav)>/, '$1 aria-label="Previous and next page">'],
  [/<input type="search"/, '<input type="search" aria-label="Search"'],
  // Notes beside the text are not places to jump to, of which a page would have a dozen of one name.
  [/<aside class=/g, '<aside role="note" class=']
];

function makeAccessible(page: string): void {
  let html = readFileSync(page, "utf8");
  for (const [found, instead] of improvements) html = html.replace(found, instead);
  writeFileSync(page, html);
}
