import {countedText, structureName} from "../../words/index.js";
import {namedText} from "./named-text.js";
import type {UnitResponse} from "./tagged-units.js";

/**
 * How many of the units that the rule tags were made to answer light, and which of the tags are false: what only a
 * synthetic session can tell.
 * @param planted the ids of the units that were made to answer light; empty for a session that was recorded
 */
export function plantedTags(
  responses: readonly UnitResponse[],
  tagged: readonly UnitResponse[],
  planted: ReadonlySet<number>
): string {
  if (planted.size === 0) {
    return "Of tagged units all should be of the class that light drives. Which of them are not, nobody knows for a recorded session.";
  }
  const there = responses.filter(({unit_id}) => planted.has(unit_id)).length;
  const wrong = tagged.filter(({unit_id}) => !planted.has(unit_id));
  const right = tagged.length - wrong.length;
  const named = wrong.map((row) => `${row.unit_id} (${structureName(row.ecephys_structure_acronym)})`);
  const others = wrong.length
    ? `and ${wrong.length} more, whose ${wrong.length === 1 ? "tag is" : "tags are"} false: ${namedText(named)}.`
    : "and no other.";
  return `Of tagged units all should be of the class that light drives. In this synthetic session light drives ${countedText(there, "units")}: the rule tags ${right} of them, ${others}`;
}
