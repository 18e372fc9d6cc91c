import type {ResolvedOptions} from "../session-options.js";

/** The filters of units that a file can be asked for. */
export interface UnitFilters {
  /** Metrics with the least and the most that a unit may have, both included. A limit of none still takes no NaN. */
  limits: readonly {column: string; least: number; most: number}[];
  byQuality: boolean;
  /** Whether the peak channel must be valid. */
  byValidChannel: boolean;
  /** Whether the peak channel must be in the brain. */
  byStructure: boolean;
}

/**
 * The filters of the options, without those for which the file lacks a column; it is warned about each of these. A limit that
 * is null or, as in AllenSDK, 0 is none.
 * @param missing the columns of units and channels that the file lacks, by the file's names
 */
export function usableFilters(options: ResolvedOptions, missing: readonly string[]): UnitFilters {
  const {amplitudeCutoffMaximum, presenceRatioMinimum, isiViolationsMaximum} = options;
  const {filterByValidity, filterOutOfBrainUnits, onWarning} = options;
  const isUsable = (column: string, option: string, isOn: boolean) => {
    if (!missing.includes(column)) return true;
    if (isOn) onWarning(`The filter ${option} is off, as the file has no ${column}.`);
    return false;
  };
  const [infinite, negative] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const limits = [
    {
      column: "amplitude_cutoff",
      option: "amplitudeCutoffMaximum",
      least: negative,
      most: amplitudeCutoffMaximum || infinite
    },
    {column: "presence_ratio", option: "presenceRatioMinimum", least: presenceRatioMinimum || negative, most: infinite},
    {column: "isi_violations", option: "isiViolationsMaximum", least: negative, most: isiViolationsMaximum || infinite}
  ];
  return {
    limits: limits.filter(({column, option, least, most}) =>
      isUsable(column, option, Number.isFinite(least) || Number.isFinite(most))
    ),
    byQuality: filterByValidity && isUsable("quality", "filterByValidity (of units)", true),
    byValidChannel: filterByValidity && isUsable("valid_data", "filterByValidity (of channels)", true),
    byStructure: filterOutOfBrainUnits && isUsable("location", "filterOutOfBrainUnits", true)
  };
}
