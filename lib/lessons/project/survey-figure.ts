import {countedText} from "../../words/index.js";
import {NO_TABLES} from "./no-tables.js";
import {type ProjectSession, sessionChoices} from "./sessions.js";

/**
 * The sessions over the age of their mice.
 * @param chosen the sessions to draw strong
 * @param isClickable whether a click on a session may open a page
 */
export function surveyFigure(
  sessions: readonly ProjectSession[],
  chosen: readonly ProjectSession[],
  {isClickable}: {isClickable: boolean}
) {
  if (sessions.length === 0) return NO_TABLES;
  const {types, genotypes} = sessionChoices(sessions);
  const ids = new Set(chosen.map(({id}) => id));
  const open = types.length > 1 ? `, open ones of ${types.slice(1).join(", ")}` : "";
  const strong =
    chosen.length < sessions.length ? ` Drawn strong: the ${chosen.length} of ${sessions.length} that you chose.` : "";
  const click = isClickable ? " A click on a session that is part of this notebook opens it." : "";
  return {
    data: [sessions] as const,
    options: {
      stressed: ({id}: {id: number}) => ids.has(id),
      ariaLabel: "Sessions by genotype and age",
      ariaDescription: `${countedText(sessions.length, "sessions")} of ${countedText(genotypes.length, "genotypes")}`
    },
    caption: `Discs are female mice and squares male ones; filled signs are sessions of ${types[0]}${open}.${strong}${click} Numbers beside the genotypes count all sessions.`
  };
}
