// npm run bench [part of a name …] [-- --python] [-- --full FILE]: runs every case of the *.bench.ts files beside this one,
// five times each, after once that is not measured, and prints one table; with --python beside what numpy, scipy and
// scikit-learn take for the same, in the same run, if they are on the machine; with --full only the cases on a session file
// of public size, and then the sizes of its snapshots, and how much of the file is fetched when it is read by its address.
// A case that is over its budget makes the exit code 1.
import {readdirSync} from "node:fs";
import {parseArgs} from "node:util";
import {printedTable} from "../printed-table.js";
import {type Bench, type Measured, measure} from "./bench.js";
import {fullSizeBenches} from "./full-size.js";
import {findPython} from "./peers.js";
import {remoteReading} from "./remote-reading.js";
import {snapshotSizes} from "./snapshot-sizes.js";

const {values, positionals: wanted} = parseArgs({
  options: {full: {type: "string"}, python: {type: "boolean"}},
  allowPositionals: true
});
const python = values.python ? findPython((sentence) => console.error(sentence)) : null;
const benches: Bench[] = values.full ? fullSizeBenches(values.full) : [];
for (const name of values.full ? [] : readdirSync(import.meta.dirname).filter((file) => file.endsWith(".bench.ts")))
  benches.push(...((await import(`./${name}`)) as {default: Bench[]}).default);

const measured: Measured[] = [];
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.some((part) => bench.name.includes(part))) continue;
  process.stderr.write(`${bench.name} …\n`);
  measured.push(await measure(bench, python));
}

const milliseconds = (time: number) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
const withPeers = measured.some(({peer}) => peer !== undefined);
const rows = measured.map(({name, median, fastest, slowest, budget, ratio, peer}) => [
  name,
  ...[median, fastest, slowest, budget].map(milliseconds),
  ratio.toFixed(2),
  ...(withPeers ? (peer === undefined ? ["–", "–"] : [milliseconds(peer), (peer / median).toFixed(1)]) : [])
]);
const headings = ["", "median (ms)", "fastest", "slowest", "budget", "median / budget"];
console.log(printedTable(withPeers ? [...headings, "peer (ms)", "peer / median"] : headings, rows));
if (python && withPeers) console.log(`peer: ${python.versions}`);
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
  const fetched = await remoteReading(values.full);
  const shares = fetched.map(({name, requests, bytes, share, limit}) => [
    name,
    `${requests} of ${limit.requests}`,
    (bytes / 1e6).toFixed(1),
    `${(100 * share).toFixed(2)} of ${100 * limit.share}`
  ]);
  console.log(printedTable(["read by its address", "requests", "MB", "% of the file"], shares));
  if (fetched.some(({requests, share, limit}) => requests > limit.requests || share > limit.share))
    process.exitCode = 1;
}
