import {availableParallelism} from "node:os";
import {type Damage, drawDamage} from "./damage.js";
import {openSubject, type Subject, type Target} from "./judge.js";
import {JudgingProcess, type Outcome} from "./judging-process.js";

/** Which damage is tried: of the numbers from `from` on, by the targets in turn, as many as there are files or time. */
export interface FuzzOptions {
  seed: number;
  targets: readonly Target[];
  from?: number;
  files?: number;
  seconds?: number;
}

/** What came of one damaged file. */
export interface Tried {
  number: number;
  target: Target;
  damage: Damage;
  outcome: Outcome;
  detail: string;
}

/** Damages files, one after another, and has each judged in a process of its own. The same seed gives the same damage. */
export async function fuzz(options: FuzzOptions, tell: (tried: Tried) => void): Promise<void> {
  const {seed, targets, from = 0, files = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY} = options;
  const subjects: Subject[] = [];
  for (const target of targets) subjects.push(await openSubject(target));
  const end = performance.now() + seconds * 1000;
  let next = from;
  const work = async () => {
    const judging = new JudgingProcess();
    while (performance.now() < end && next < from + files) {
      const number = next++;
      const [target, {bytes, regions}] = [targets[number % targets.length], subjects[number % targets.length]];
      const damage = drawDamage(seed, number, bytes, regions);
      tell({number, target, damage, ...(await judging.judge(target, damage))});
    }
    judging.close();
  };
  await Promise.all(Array.from({length: Math.min(2, availableParallelism())}, work));
}
