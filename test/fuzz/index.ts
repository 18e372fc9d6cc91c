// npm run fuzz -- [seconds] [--seed N] [--from N] [--files N] [--target session|lfp|units|…]: damages the files of the small session in
// test/fixtures/mini, and its snapshots, one after another, and has each read in a process of its own, with limits of time and
// memory. The same seed gives the same damage. What must not be is printed as a line for test/fuzz/cases.json, and makes the exit
// code 1.
import {parseArgs} from "node:util";
import {printedTable} from "../printed-table.js";
import {fuzz, type Tried} from "./fuzz.js";
import {TARGETS} from "./judge.js";
import {FAULTS, type Outcome} from "./judging-process.js";

const {values, positionals} = parseArgs({
  options: {
    seed: {type: "string", default: "1"},
    from: {type: "string", default: "0"},
    files: {type: "string", default: "Infinity"},
    target: {type: "string", multiple: true, default: [...TARGETS]}
  },
  allowPositionals: true
});
const [seed, from, files] = [values.seed, values.from, values.files].map(Number);
const seconds = Number(positionals[0] ?? (Number.isFinite(files) ? "Infinity" : 30));
const targets = TARGETS.filter((target) => values.target.includes(target));
const OUTCOMES: Outcome[] = ["same", "refused", "plain", ...FAULTS];

const all: Tried[] = [];
await fuzz({seed, targets, from, files, seconds}, (tried) => {
  all.push(tried);
  const {number, target, damage, outcome, detail} = tried;
  if (FAULTS.includes(outcome))
    console.log(`${JSON.stringify({target, damage, found: outcome})}\nnumber ${number}: ${detail}\n`);
});
console.log(`seed ${seed}, ${all.length} damaged files, from number ${from}\n`);
const count = (target: string, outcome: Outcome) =>
  all.filter((tried) => tried.target === target && tried.outcome === outcome).length;
const rows = targets.map((target) => [target, ...OUTCOMES.map((outcome) => count(target, outcome))]);
console.log(printedTable(["", ...OUTCOMES], rows));
if (all.some(({outcome}) => FAULTS.includes(outcome))) process.exitCode = 1;
