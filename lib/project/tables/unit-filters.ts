import {type Columns, takeAllRows} from "../../array/index.js";
import {DEFAULT_UNIT_LIMITS} from "../../session/index.js";
import {ProjectError} from "../project-error.js";
import {rowCount, without} from "./columns.js";

/**
 * Which units a table shows. The defaults are AllenSDK's ({@link DEFAULT_UNIT_LIMITS}). A limit that is null is off; one of 0 holds, unlike that of a
 * session. A unit whose metric is NaN is never shown, whatever the limit.
 */
export interface UnitFilters {
  /** Units whose amplitude distribution is cut off by more than this fraction are left out. */
  amplitudeCutoffMaximum?: number | null;
  /** Units that fire in less than this fraction of the session are left out. */
  presenceRatioMinimum?: number | null;
  /** Units with a higher rate of refractory-period violations are left out. */
  isiViolationsMaximum?: number | null;
  /** Whether to leave out units labelled as noise, and with them the column quality; true. */
  filterByValidity?: boolean;
  /** Accepted as AllenSDK accepts it, and without effect there and here: the project's units have no structure yet. */
  filterOutOfBrainUnits?: boolean;
}

const DEFAULTS: Required<UnitFilters> = {
  ...DEFAULT_UNIT_LIMITS,
  filterByValidity: true,
  filterOutOfBrainUnits: true
};

/**
 * The units that pass the filters, as they stand in units.csv.
 * @throws {ProjectError} `wrong-argument` for a filter that does not exist, or a limit that is not a number
 */
export function filterUnits(units: Columns, filters: UnitFilters = {}): Columns {
  const {filterByValidity, ...limits} = withDefaults(filters);
  const [cutoffs, presences, violations] = ["amplitude_cutoff", "presence_ratio", "isi_violations"].map(
    (name) => units[name] as Float64Array
  );
  const maximumCutoff = limits.amplitudeCutoffMaximum ?? Number.POSITIVE_INFINITY;
  const minimumPresence = limits.presenceRatioMinimum ?? Number.NEGATIVE_INFINITY;
  const maximumViolations = limits.isiViolationsMaximum ?? Number.POSITIVE_INFINITY;
  const rows: number[] = [];
  for (let row = 0; row < rowCount(units); ++row) {
    const isWithin =
      cutoffs[row] <= maximumCutoff && presences[row] >= minimumPresence && violations[row] <= maximumViolations;
    if (isWithin && (!filterByValidity || units.quality[row] === "good")) rows.push(row);
  }
  return takeAllRows(filterByValidity ? without(units, ["quality"]) : units, rows);
}

function withDefaults(filters: UnitFilters): Required<UnitFilters> {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  for (const [path, value] of given) {
    const isFilter = Object.hasOwn(DEFAULTS, path);
    const isFlag = typeof DEFAULTS[path as keyof UnitFilters] === "boolean";
    const isGood = isFlag
      ? typeof value === "boolean"
      : value === null || (typeof value === "number" && !Number.isNaN(value));
    if (isFilter && isGood) continue;
    throw new ProjectError("wrong-argument", {
      path,
      expected: isFilter ? (isFlag ? "true or false" : "a number or null") : Object.keys(DEFAULTS).join(", "),
      found: isFilter ? JSON.stringify(value) : path,
      remedy: "Check how the filter is spelt, and its value; null switches a limit off."
    });
  }
  return {...DEFAULTS, ...Object.fromEntries(given)};
}
