// npm run typecheck: the types of the project and of the cells of its pages.
import {readFileSync} from "node:fs";
import {checkTypes} from "./cells/check-types.js";
import {findingText} from "./cells/finding.js";

const {include} = JSON.parse(readFileSync("tsconfig.json", "utf8")) as {include: string[]};
const {cells, others} = checkTypes({pages: "src", modules: ".cache/cells"}, include);
for (const line of [...others, ...cells.map(findingText)]) console.log(line);
if (cells.length + others.length > 0) {
  console.log(`\n${cells.length} errors in cells, ${others.length} elsewhere`);
  process.exitCode = 1;
}
