import {greatest, groups} from "d3";
import type {TimeWindow} from "../../session/index.js";
import {pulseKind} from "../../words/index.js";
import type {LightPulse} from "./pulses.js";

/** Pulses of one shape, one length, and one level or all of them. */
export interface PulseKind {
  name: string;
  pulses: LightPulse[];
  /** s */
  duration: number;
  /** −1 for all levels. */
  level: number;
}

/** Pulses that are shorter (s) may be short enough to tell tagged units by. */
const SHORT = 0.02;

/** So many pulses say how reliably a unit answers. */
const ENOUGH = 5;

/**
 * The kinds of pulses around which a session can give spikes, the shortest and weakest first.
 * @param coverage the spans whose spikes the session can give (`session.spikeCoverage()`); null for all
 * @param span how far around the onset of a pulse spikes are wanted (s)
 */
export function pulseKinds(
  pulses: readonly LightPulse[],
  coverage: readonly TimeWindow[] | null,
  span: TimeWindow
): PulseKind[] {
  const held = pulses.filter(
    ({start_time}) =>
      !coverage || coverage.some(([from, to]) => from <= start_time + span[0] && start_time + span[1] <= to)
  );
  const kindsBy = (nameOf: (pulse: LightPulse) => string, levelOf: (pulse: LightPulse) => number) =>
    groups(held, nameOf).map(([name, own]) => ({name, pulses: own, duration: own[0].duration, level: levelOf(own[0])}));
  return [
    ...kindsBy(
      (pulse) => `${pulseKind(pulse)}, level ${pulse.level}`,
      ({level}) => level
    ),
    ...kindsBy(
      (pulse) => `${pulseKind(pulse)}, all levels`,
      () => -1
    )
  ].sort((a, b) => a.duration - b.duration || a.level - b.level);
}

/**
 * The kind to begin with. Longer short pulses leave more time between the artefacts at their ends, and stronger ones say
 * more, unless they are few.
 */
export function suggestedKind(kinds: readonly PulseKind[]): PulseKind | undefined {
  const candidates = kinds.filter(({duration, pulses}) => duration < SHORT && pulses.length >= ENOUGH);
  return greatest(candidates, ({duration, level}) => duration * 1000 + level) ?? kinds[0];
}

/** When the pulses of a kind begin (s); of no kind, none. */
export function onsetsOf(kind: PulseKind | null | undefined): number[] {
  return kind ? kind.pulses.map(({start_time}) => start_time) : [];
}

/** When the light is on, as far as a figure shows it (s from the onset). */
export function lightOn({duration}: PulseKind, span: TimeWindow): TimeWindow {
  return [0, Math.min(duration, span[1])];
}
