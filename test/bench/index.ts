// npm run bench [part of a name …]: runs every case of the *.bench.ts files beside this one, five times each, and prints one
// table. A case that is over its budget makes the exit code 1.
import {readdirSync} from "node:fs";
import {printedTable} from "../printed-table.js";
import {type Bench, type Measured, measure} from "./bench.js";

const wanted = process.argv.slice(2);
const measured: Measured[] = [];
for (const name of readdirSync(import.meta.dirname).filter((file) => file.endsWith(".bench.ts"))) {
  const {default: cases} = (await import(`./${name}`)) as {default: Bench[]};
  for (const bench of cases) {
    if (wanted.length > 0 && !wanted.some((part) => bench.name.includes(part))) continue;
    process.stderr.write(`${bench.name} …\n`);
    measured.push(await measure(bench));
  }
}

const milliseconds = (time: number) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
const rows = measured.map(({name, median, fastest, slowest, budget, ratio}) => [
  name,
  ...[median, fastest, slowest, budget].map(milliseconds),
  ratio.toFixed(2)
]);
console.log(printedTable(["", "median (ms)", "fastest", "slowest", "budget", "median / budget"], rows));
if (measured.some(({ratio}) => ratio > 1)) process.exitCode = 1;
