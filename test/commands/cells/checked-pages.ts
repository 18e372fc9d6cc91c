import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {type Finding, findingText} from "../../../lib/commands/cells/finding.js";
import type {PageFolders} from "../../../lib/commands/cells/page-modules.js";

/**
 * What a check says of pages that are written for it, by their names: `3:7 - error …`, as it would be printed behind the name.
 *
 * @param files texts by their paths, pages and the modules that they import
 */
export function checkedPages(
  check: (folders: PageFolders) => Finding[],
  files: Record<string, string>
): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, "src", name);
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, text);
    }
    const said: Record<string, string[]> = {};
    for (const finding of check({pages: join(folder, "src"), modules: join(folder, "modules")})) {
      const name = finding.page.slice(join(folder, "src/").length);
      said[name] ??= [];
      said[name].push(findingText(finding).slice(finding.page.length + 1));
    }
    return said;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
