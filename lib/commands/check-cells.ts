// node lib/commands/check-cells.ts types | lint: a part of npm run typecheck, and of npm run lint, for the cells of pages.
import {checkTypes} from "./cells/check-types.js";
import {findingText} from "./cells/finding.js";
import {lintCells} from "./cells/lint-cells.js";

const CHECKS = {types: checkTypes, lint: lintCells};
const name = process.argv[2] as keyof typeof CHECKS;
const findings = CHECKS[name]({pages: "src", modules: `.cache/cells/${name}`});
for (const finding of findings) console.log(findingText(finding));
if (findings.length > 0) {
  console.log(`\n${findings.length} in the cells of pages`);
  process.exitCode = 1;
}
