import type {EcephysSession} from "../../session/index.js";
import {flashColorName} from "../../words/index.js";
import type {Flash} from "../presentations/index.js";

/** The flashes whose spikes a session holds, in the order of time, and how many flashes were shown in all. */
export async function flashesWithSpikes(session: EcephysSession): Promise<{flashes: Flash[]; total: number}> {
  const held = new Set(await session.presentationsWithSpikes("flashes"));
  const shown = (await session.stimulusTable("flashes")).objects() as Flash[];
  return {flashes: shown.filter((flash) => held.has(flash.stimulus_presentation_id)), total: shown.length};
}

/** Flashes of one colour. */
export interface FlashKind {
  name: string;
  /** Which of the flashes are of this colour, from 0. */
  rows: number[];
  /** The colour of its curve, as a CSS value that follows the theme. */
  color: string;
}

/** Dark and bright flashes, in this order; a kind that was not shown is left out. */
export function flashKinds(flashes: readonly Flash[]): FlashKind[] {
  const kinds = [
    {sign: -1, color: "var(--theme-foreground)"},
    {sign: 1, color: "light-dark(#8f7d13, #d6c56a)"}
  ];
  return kinds
    .map(({sign, color}) => ({
      name: flashColorName(sign),
      rows: flashes.flatMap((flash, row) => (Math.sign(flash.color) === sign ? [row] : [])),
      color
    }))
    .filter(({rows}) => rows.length > 0);
}

/** "150 flashes", or how many of them the session holds spikes of. */
export function flashCountText(flashes: readonly Flash[], total: number): string {
  return flashes.length < total
    ? `${flashes.length} of the ${total} flashes, the first of each colour`
    : `${flashes.length} flashes`;
}

/** When the screen was lit or dark, for the band under a figure (s from onset). */
export function flashBand(flashes: readonly Flash[]): {stimulus_name: string; start: number; stop: number} {
  return {stimulus_name: "flashes", start: 0, stop: flashes[0]?.duration ?? 0.25};
}

/** What stands in a figure's place in a session without flashes. */
export const NO_FLASHES = {
  empty: "No flashes with spikes in this session. Open one of the stimulus set brain_observatory_1.1.",
  caption: ""
};
