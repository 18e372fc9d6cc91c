import type {PutativeConnection} from "../../analysis/correlograms/index.js";
import {countedText, countText} from "../../words/index.js";
import type {ComparedPairs} from "./compare-pairs.js";
import type {TrainUnit} from "./pair-of-trains.js";
import {probabilityText} from "./probability-text.js";

/** A putative connection with the two units. */
export interface Connection extends Omit<PutativeConnection, "presynaptic" | "postsynaptic"> {
  presynaptic: TrainUnit;
  postsynaptic: TrainUnit;
}

/** The connections that were found, and what is said of them; or why there are none. */
export type ConnectionTable = {rows: Connection[]; caption: string} | {empty: string};

/**
 * The connections that were found among units.
 * @param compared null or undefined where nothing has been compared yet
 * @param planted the ids of connected units, in a synthetic session
 */
export function foundConnections(
  compared: ComparedPairs | null | undefined,
  planted: readonly (readonly [presynaptic: number, postsynaptic: number])[]
): ConnectionTable {
  if (!compared) return {empty: "Nothing has been compared yet. Press “Compare all pairs”."};
  const {found, units, level, tests} = compared;
  const ids = new Set(units.map(({unit_id}) => unit_id));
  const among = planted.filter((pair) => pair.every((id) => ids.has(id)));
  if (found.length === 0) return {empty: `None among ${countedText(units.length, "units")} at a level of ${level}.`};
  const rows = found.map(({presynaptic, postsynaptic, ...peak}) => ({
    ...peak,
    presynaptic: units[presynaptic],
    postsynaptic: units[postsynaptic]
  }));
  const isPlanted = ({presynaptic, postsynaptic}: Connection) =>
    among.some(([pre, post]) => pre === presynaptic.unit_id && post === postsynaptic.unit_id);
  const ofThem = planted.length ? `, ${rows.filter(isPlanted).length} of them planted, of ${among.length} in all` : "";
  const caption = `${countedText(found.length, "putative connections")} among ${countedText(units.length, "units")} (${countText(tests)} tests)${ofThem}. Choose one to see it in the figures above.`;
  return {rows, caption};
}

/**
 * What a table says of each connection, by the names of its columns.
 * @param area how the area of a unit is shown
 */
export function connectionColumns<Area>(
  area: (acronym: string | null) => Area
): Record<string, (connection: Connection) => string | Area> {
  return {
    presynaptic: ({presynaptic}) => String(presynaptic.unit_id),
    area: ({presynaptic}) => area(presynaptic.ecephys_structure_acronym),
    postsynaptic: ({postsynaptic}) => String(postsynaptic.unit_id),
    "its area": ({postsynaptic}) => area(postsynaptic.ecephys_structure_acronym),
    "lag (ms)": ({lag}) => (lag * 1000).toFixed(2),
    pairs: ({count}) => String(count),
    expected: ({expected}) => expected.toFixed(1),
    efficacy: ({efficacy}) => efficacy.toFixed(4),
    "p, corrected": ({p}) => probabilityText(p)
  };
}
