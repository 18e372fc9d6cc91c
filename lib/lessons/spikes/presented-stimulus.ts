import type {EcephysSession} from "../../session/index.js";
import {type Condition, conditionLabel, textOf, varyingParameters} from "../../words/index.js";
import type {TimedPresentation} from "../presentations/index.js";

/** A stimulus as it was presented: when, and in which conditions. */
export interface PresentedStimulus {
  stimulus: string;
  /** All of them, in the order of time. */
  presentations: TimedPresentation[];
  /** Ids of the presentations whose spikes the session holds. */
  withSpikes: ReadonlySet<number>;
  /** Those with spikes first, then by the values of the parameters. */
  conditions: Condition[];
  /** The parameters that differ between conditions, the one with the most values first. */
  varying: string[];
  /** The condition that was presented first; none if the stimulus was not presented. */
  firstCondition: Condition | undefined;
  /** Whether the session holds spikes of a condition, and not its counts alone. */
  hasSpikes(condition: Condition): boolean;
}

/** What a session tells of the presentations of a stimulus. */
export async function presentedStimulus(
  session: Pick<EcephysSession, "stimulusTable" | "stimulusConditions" | "presentationsWithSpikes">,
  stimulus: string
): Promise<PresentedStimulus> {
  const presentations = (await session.stimulusTable(stimulus)).objects() as TimedPresentation[];
  const withSpikes = new Set(await session.presentationsWithSpikes(stimulus));
  const byId = new Map(
    ((await session.stimulusConditions()).objects() as Condition[]).map((row) => [row.stimulus_condition_id, row])
  );
  const conditionsOf = (rows: readonly TimedPresentation[]) =>
    [...new Set(rows.map((row) => row.stimulus_condition_id))].map((id) => byId.get(id)!);
  const shown = conditionsOf(presentations);
  const varying = varyingParameters(shown);
  const spiking = new Set(conditionsOf(presentations.filter((row) => withSpikes.has(row.stimulus_presentation_id))));
  const hasSpikes = (condition: Condition) => spiking.has(condition);
  return {
    stimulus,
    presentations,
    withSpikes,
    conditions: [...shown].sort(
      (a, b) => Number(hasSpikes(b)) - Number(hasSpikes(a)) || compareConditions(a, b, varying)
    ),
    varying,
    firstCondition: shown[0],
    hasSpikes
  };
}

/** The presentations of a condition whose spikes the session holds, and how many there were in all. */
export function repeatsOf(
  {presentations, withSpikes}: PresentedStimulus,
  condition: Condition | null
): {repeats: TimedPresentation[]; total: number} {
  const own = presentations.filter((row) => row.stimulus_condition_id === condition?.stimulus_condition_id);
  return {repeats: own.filter((row) => withSpikes.has(row.stimulus_presentation_id)), total: own.length};
}

/** What to look for while stepping through the repeats of a condition, or where there are none to step through. */
export function repeatsHint(repeats: number): string {
  return repeats > 1
    ? "Step through the repeats of one condition: which units fire every time, and which only sometimes?"
    : "Of this condition there is one repeat here, or none: step through the conditions instead. Which units fire in all of them, and which only in some?";
}

/** What the rows of a table of a condition's statistics are. */
export function unitsInCondition(condition: Condition | null, {varying}: Pick<PresentedStimulus, "varying">): string {
  if (!condition) return "units";
  return `units in condition ${condition.stimulus_condition_id} (${conditionLabel(condition, varying)})`;
}

/** What is known of a presentation: names and values as text; nothing of no presentation. */
export function parametersOf(presentation: TimedPresentation | undefined): [name: string, value: string][] {
  return Object.entries(presentation ?? {}).map(([name, value]) => [name, textOf(value)]);
}

/** By the parameter with the fewest values first; conditions without a value of it (blanks) last. */
function compareConditions(a: Condition, b: Condition, varying: readonly string[]): number {
  const name = [...varying].reverse().find((parameter) => a[parameter] !== b[parameter]);
  if (name === undefined) return 0;
  if (a[name] === null) return 1;
  if (b[name] === null) return -1;
  return Number(a[name]) - Number(b[name]);
}
