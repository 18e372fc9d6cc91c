import {decimalText} from "../../words/index.js";
import {repeatsText} from "../presentations/index.js";
import {type CircularTuning, isFitted} from "./circular-tuning.js";
import {type NamedUnit, unitName} from "./response-text.js";
import {hasCurve, NO_TUNING, type TunedUnit} from "./tuned-unit.js";

/** The tuning curve of a unit, with the curve that was fitted to it. */
export function tuningFigure(
  tuned: TunedUnit | null,
  {unit, parameter, fit}: Pick<CircularTuning, "parameter" | "fit"> & {unit: NamedUnit | null}
) {
  if (!unit || !hasCurve(tuned)) return NO_TUNING;
  const values = tuned.values.length;
  const blanks = tuned.blank?.n ? `, and ${tuned.blank.n} blank sweeps` : "";
  const fitted = isFitted(fit)
    ? `The curve is a double von Mises function, fitted to the means: R² = ${decimalText(fit.rSquared, 2)}, with five numbers for ${values} means.`
    : "";
  return {
    data: [{...tuned, fit: isFitted(fit) ? fit.at : null}] as const,
    options: {
      parameter,
      ariaLabel: `Tuning of unit ${unit.unit_id} to ${parameter}`,
      ariaDescription: `Mean spike counts with standard errors at ${values} values`
    },
    caption: `${unitName(unit)}: n = ${repeatsText(tuned.n)} presentations for each of ${values} values${blanks}. ${fitted}`
  };
}
