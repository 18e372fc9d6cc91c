// npm run bench [part of a name …] [-- --full FILE]: runs every case of the *.bench.ts files beside this one, five times each,
// and prints one table; with --full only the cases on a session file of public size,
// and then the sizes of its snapshots. A case that is over its budget makes the
// exit code 1.
import {readdirSync} from "node:fs";
import {parseArgs} from "node:util";
import {printedTable} from "../printed-table.js";
import {type Bench, type Measured, measure} from "./bench.js";
import {fullSizeBenches} from "./full-size.js";
import {snapshotSizes} from "./snapshot-sizes.js";

const {values, positionals: wanted} = parseArgs({options: {full: {type: "string"}}, allowPositionals: true});
const benches: Bench[] = values.full ? fullSizeBenches(values.full) : [];
for (const name of values.full ? [] : readdirSync(import.meta.dirname).filter((file) => file.endsWith(".bench.ts")))
  benches.push(...((await import(`./${name}`)) as {default: Bench[]}).default);

const measured: Measured[] = [];
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.some((part) => bench.name.includes(part))) continue;
  process.stderr.write(`${bench.name} …\n`);
  measured.push(await measure(bench));
}

const milliseconds = (time: number) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
const rows = measured.map(({name, median, fastest, slowest, budget, ratio}) => [
  name,
  ...[median, fastest, slowest, budget].map(milliseconds),
  ratio.toFixed(2)
]);
console.log(printedTable(["", "median (ms)", "fastest", "slowest", "budget", "median / budget"], rows));
console.log(`most memory at any time: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
if (measured.some(({ratio}) => ratio > 1)) process.exitCode = 1;

if (values.full && wanted.length === 0) {
  const sizes = await snapshotSizes(values.full);
  const rows = sizes.map(({name, raw, compressed, budget}) => [
    name,
    ...[raw, compressed, budget].map((size) => size.toFixed(0))
  ]);
  console.log(printedTable(["snapshot", "raw (KB)", "compressed (KB)", "budget (KB)"], rows));
  if (sizes.some(({compressed, budget}) => compressed > budget)) process.exitCode = 1;
}
