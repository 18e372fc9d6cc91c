// AllenSDK's tables over all sessions, computed from the columns of the four CSV files.
import type {Columns} from "../../array/index.js";
import {renamed, without} from "./columns.js";
import {joinColumns} from "./join-columns.js";
import {countRows, distinctByOwner} from "./rows-by-owner.js";
import {filterUnits, type UnitFilters} from "./unit-filters.js";

/** The columns of the project's CSV files, as they stand there. */
export interface ProjectColumns {
  sessions: Columns;
  probes: Columns;
  channels: Columns;
  units: Columns;
}

const OF_SESSIONS = ["has_nwb", "isi_experiment_id", "date_of_acquisition"];
const OF_UNITS = ["air_channel_index", "surface_channel_index", "has_nwb", "lfp_temporal_subsampling_factor"];
OF_UNITS.push("epoch_name_quality_metrics", "epoch_name_waveform_metrics", "isi_experiment_id");
const OF_PROBES = ["air_channel_index", "surface_channel_index", "date_of_acquisition", "published_at", "specimen_id"];
OF_PROBES.push("session_type", "isi_experiment_id", "age_in_days", "sex", "genotype", "has_nwb");
OF_PROBES.push("lfp_temporal_subsampling_factor");

/** The columns that AllenSDK leaves out of each table unless it is told which to leave out. */
const SUPPRESSED = {sessions: OF_SESSIONS, probes: OF_PROBES, channels: [...OF_PROBES, "name"], units: OF_UNITS};

const UNIT_NAMES = {
  PT_ratio: "waveform_PT_ratio",
  amplitude: "waveform_amplitude",
  duration: "waveform_duration",
  halfwidth: "waveform_halfwidth",
  recovery_slope: "waveform_recovery_slope",
  repolarization_slope: "waveform_repolarization_slope",
  spread: "waveform_spread",
  velocity_above: "waveform_velocity_above",
  velocity_below: "waveform_velocity_below",
  l_ratio: "L_ratio"
};

/** AllenSDK's tables over all sessions. What several of them are made from is joined once, when it is first needed. */
export class ProjectTables {
  readonly #csv: ProjectColumns;
  #probes?: Columns;
  #channels?: Columns;
  #units?: Columns;

  constructor(csv: ProjectColumns) {
    this.#csv = csv;
  }

  /** Sessions, with how many units (by the default filters), channels and probes each has, and which structures. */
  sessions(suppress: readonly string[] = SUPPRESSED.sessions): Columns {
    const {sessions} = this.#csv;
    const ids = sessions.id as Float64Array;
    const all = {
      ...sessions,
      unit_count: countRows(ids, this.#annotatedUnits(), "ecephys_session_id"),
      channel_count: countRows(ids, this.#annotatedChannels(), "ecephys_session_id"),
      probe_count: countRows(ids, this.#annotatedProbes(), "ecephys_session_id"),
      ecephys_structure_acronyms: this.#structures(ids, "ecephys_session_id")
    };
    return renamed(without(all, suppress), {genotype: "full_genotype"}); // here only; elsewhere it stays genotype
  }

  /** Probes, with how many units (by the default filters) and channels each has, and which structures. */
  probes(suppress: readonly string[] = SUPPRESSED.probes): Columns {
    const probes = this.#annotatedProbes();
    const ids = probes.id as Float64Array;
    const all = {
      ...probes,
      unit_count: countRows(ids, this.#annotatedUnits(), "ecephys_probe_id"),
      channel_count: countRows(ids, this.#annotatedChannels(), "ecephys_probe_id"),
      ecephys_structure_acronyms: this.#structures(ids, "ecephys_probe_id")
    };
    return without(all, suppress);
  }

  /** Channels, with what is known of the probe of each, and how many units (by the default filters) peak there. */
  channels(suppress: readonly string[] = SUPPRESSED.channels): Columns {
    const channels = this.#annotatedChannels();
    const unitCount = countRows(channels.id as Float64Array, this.#annotatedUnits(), "ecephys_channel_id");
    return renamed(without({...channels, unit_count: unitCount}, suppress), {name: "probe_name"});
  }

  /** The units that pass the filters, with what is known of the peak channel, the probe and the session of each. */
  units(filters?: UnitFilters, suppress: readonly string[] = SUPPRESSED.units): Columns {
    return without(this.#unitsThatPass(filters), suppress);
  }

  #annotatedUnits(): Columns {
    this.#units ??= this.#unitsThatPass();
    return this.#units;
  }

  #unitsThatPass(filters?: UnitFilters): Columns {
    const units = renamed(filterUnits(this.#csv.units, filters), UNIT_NAMES);
    return joinColumns(units, "ecephys_channel_id", this.#annotatedChannels(), ["_unit", "_channel"]);
  }

  #annotatedChannels(): Columns {
    const join = () =>
      joinColumns(this.#csv.channels, "ecephys_probe_id", this.#annotatedProbes(), ["_channel", "_probe"]);
    this.#channels ??= join();
    return this.#channels;
  }

  #annotatedProbes(): Columns {
    this.#probes ??= annotatedProbes(this.#csv);
    return this.#probes;
  }

  #structures(ids: Float64Array, foreignKey: string): (unknown[] | null)[] {
    return distinctByOwner(ids, this.#annotatedChannels(), foreignKey, "ecephys_structure_acronym");
  }
}

function annotatedProbes({probes, sessions}: ProjectColumns): Columns {
  const factors = probes.lfp_temporal_subsampling_factor as Float64Array;
  const rates = (probes.lfp_sampling_rate as Float64Array).map((rate, row) => rate / factors[row]);
  return joinColumns({...probes, lfp_sampling_rate: rates}, "ecephys_session_id", sessions, ["_probe", "_session"]);
}
