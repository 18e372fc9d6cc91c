import type {ColumnTable} from "arquero";
import type {NwbSource} from "../nwb/index.js";
import {DEFAULT_UNIT_LIMITS} from "./default-unit-limits.js";
import {SessionError} from "./session-error.js";

/**
 * Which units a session shows, and what it knows besides its file. The defaults are AllenSDK's. A limit that is null is
 * off; so is a limit of 0, as in AllenSDK. A unit whose metric is NaN is never shown.
 */
export interface SessionOptions {
  /** Units whose amplitude distribution is cut off by more than this fraction are left out. */
  amplitudeCutoffMaximum?: number | null;
  /** Units that fire in less than this fraction of the session are left out. */
  presenceRatioMinimum?: number | null;
  /** Units with a higher rate of refractory-period violations are left out. */
  isiViolationsMaximum?: number | null;
  /** Whether to leave out invalid channels, units on them, and units labelled as noise. */
  filterByValidity?: boolean;
  /** Whether to leave out units whose peak channel lies outside the brain. */
  filterOutOfBrainUnits?: boolean;
  /**
   * What the project's channels.csv says of the channels: columns id, ecephys_structure_id, ecephys_structure_acronym
   * and the three CCF coordinates, which replace the file's. Channels that are not in it are left out.
   */
  channelColumns?: ColumnTable;
  /** Where the LFP file of a probe is; without it the session has neither LFP nor current source density. */
  lfp?: (probeId: number) => NwbSource | Promise<NwbSource>;
  /** Called with what AllenSDK would warn about; `console.warn` by default. */
  onWarning?: (message: string) => void;
}

/** Options with every default filled in. */
export type ResolvedOptions = Required<Omit<SessionOptions, "channelColumns" | "lfp">> &
  Pick<SessionOptions, "channelColumns" | "lfp">;

/** @throws {SessionError} `wrong-argument` for an option that does not exist or a limit that is not a number */
export function resolveOptions(options?: SessionOptions | null): ResolvedOptions {
  const defaults = {
    ...DEFAULT_UNIT_LIMITS,
    filterByValidity: true,
    filterOutOfBrainUnits: true,
    channelColumns: undefined,
    lfp: undefined,
    onWarning: (message: string) => console.warn(message)
  };
  const given = Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));
  for (const [path, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaults, path)) {
      const expected = `one of ${Object.keys(defaults).join(", ")}`;
      throw new SessionError("wrong-argument", {path, expected, found: path, remedy: "Check the option's spelling."});
    }
    if (/^filter/.test(path) && typeof value !== "boolean") {
      const [expected, found] = ["true or false", JSON.stringify(value)];
      throw new SessionError("wrong-argument", {path, expected, found, remedy: "Give one of the two."});
    }
    if (/(Maximum|Minimum)$/.test(path) && value !== null && !(typeof value === "number" && !Number.isNaN(value))) {
      const remedy = "Give a number, or null for no limit.";
      throw new SessionError("wrong-argument", {path, expected: "a number or null", found: String(value), remedy});
    }
  }
  return {...defaults, ...given};
}
