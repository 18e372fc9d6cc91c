import type {PairOfTrains} from "./pair-of-trains.js";
import {REFRACTORY, shortIntervals} from "./short-intervals.js";
import {millisecondsText} from "./stretch-text.js";

/** Which of two units has fewer intervals that are too short for one neuron. */
export function answerRefractory({fixedUnit, movingUnit, fixedTrain, movingTrain}: PairOfTrains): string {
  const fixed = {unit: fixedUnit, ...shortIntervals(fixedTrain)};
  const moving = {unit: movingUnit, ...shortIntervals(movingTrain)};
  const [cleaner, other] = fixed.share <= moving.share ? [fixed, moving] : [moving, fixed];
  const limit = `${millisecondsText(REFRACTORY)} ms`;
  const which =
    fixed.share === moving.share
      ? `Both alike: ${fixed.text} of their intervals are shorter than ${limit}.`
      : `Unit ${cleaner.unit?.unit_id}: ${cleaner.text} of its intervals are shorter than ${limit}, against ${other.text} of the other’s.`;
  return `${which} One neuron can hardly fire twice within its refractory period, so such intervals are mostly spikes of other neurons. A unit that fires fast has more of them than a slow one with the same contamination.`;
}
