// npm run fuzz -- [seconds] [--seed N] [--from N] [--files N] [--target session|lfp|units|…]: damages the files of the small session in
// test/fixtures/mini, and its snapshots, one after another, and has each read in a process of its own, with limits of time and
// memory. The same seed gives the same damage. What must not be is printed as a line for test/fuzz/cases.json, and makes the exit
// code 1.
import {availableParallelism} from "node:os";
import {parseArgs} from "node:util";
import {printedTable} from "../printed-table.js";
import {drawDamage} from "./damage.js";
import {openSubject, TARGETS, type Target} from "./judge.js";
import {FAULTS, JudgingProcess, type Outcome} from "./judging-process.js";

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
const seconds =
  positionals.length > 0 ? Number(positionals[0]) : Number.isFinite(files) ? Number.POSITIVE_INFINITY : 30;
const targets = TARGETS.filter((target) => values.target.includes(target));
const OUTCOMES: Outcome[] = ["same", "refused", "plain", ...FAULTS];

const subjects = await Promise.all(targets.map(openSubject));
const counts = new Map(targets.map((target) => [target, new Map<Outcome, number>()]));
const end = performance.now() + seconds * 1000;
let next = from;
let faults = 0;

async function work(): Promise<void> {
  const judging = new JudgingProcess();
  while (performance.now() < end && next < from + files) {
    const number = next++;
    const target: Target = targets[number % targets.length];
    const {bytes, regions} = subjects[number % targets.length];
    const damage = drawDamage(seed, number, bytes, regions);
    const {outcome, detail} = await judging.judge(target, damage);
    const count = counts.get(target)!;
    count.set(outcome, (count.get(outcome) ?? 0) + 1);
    if (!FAULTS.includes(outcome)) continue;
    ++faults;
    console.log(`${JSON.stringify({target, damage})}, ${outcome}, number ${number}: ${detail}`);
  }
  judging.close();
}

await Promise.all(Array.from({length: Math.min(2, availableParallelism())}, work));
console.log(`\nseed ${seed}, files ${from} to ${next - 1}\n`);
const rows = targets.map((target) => [target, ...OUTCOMES.map((outcome) => counts.get(target)!.get(outcome) ?? 0)]);
console.log(printedTable(["", ...OUTCOMES], rows));
process.exitCode = faults > 0 ? 1 : 0;
