import type {RandomSource} from "../../analysis/statistics/index.js";
import type {DecodablePresentation} from "./decodable-presentation.js";
import {drawAtRandom} from "./draw-at-random.js";
import {type DecodedParameter, isNumber} from "./parameters-to-decode.js";

/** How much is decoded. */
export interface DecodingLimits {
  /** At most so many values, the lowest ones. */
  mostValues: number;
  /** At most so many presentations of each value, drawn at random. */
  mostTrials: number;
  random: RandomSource;
}

/**
 * The presentations to decode, in the order of time: some of each value. Those that lack the parameter, such as blank ones,
 * are left out, as are those whose beginning is not known.
 */
export function presentationsToDecode<Row extends DecodablePresentation>(
  presentations: readonly Row[],
  {of}: Pick<DecodedParameter, "of">,
  {mostValues, mostTrials, random}: DecodingLimits
): Row[] {
  const values = [...new Set(presentations.map(of).filter(isNumber))].sort((a, b) => a - b).slice(0, mostValues);
  return values
    .flatMap((value) => {
      const own = presentations.filter((row) => of(row) === value && isNumber(row.start_time));
      return drawAtRandom(own, mostTrials, random);
    })
    .sort((a, b) => a.start_time - b.start_time);
}
