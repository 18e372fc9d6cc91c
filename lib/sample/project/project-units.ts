import {HIERARCHY_SCORES} from "../../words/index.js";
import {type Channel, makeChannels} from "../channels.js";
import {PROBES, type Probe} from "../probes.js";
import {type QualityMetrics, qualityMetrics} from "../quality-metrics.js";
import {RandomStream} from "../random-stream.js";
import {makeUnits, type Unit} from "../units.js";
import {type HierarchyArea, type HierarchyMetric, METRIC_MODELS} from "./hierarchy.js";
import type {ProjectSession} from "./project-sessions.js";

/** A unit of which there are rows of tables alone. */
export interface ProjectUnit extends Unit {
  metrics: QualityMetrics;
  /** `null` outside the visual areas, and for units that do not answer. */
  analysis: Record<HierarchyMetric, number> | null;
}

/** What was recorded in a session of the project. */
export interface ProjectRecording {
  session: ProjectSession;
  probes: Probe[];
  channels: Channel[];
  units: ProjectUnit[];
}

/** The share of probes that did not work, and of units of visual areas that do not answer. */
const LOST_PROBES = 0.06;
const SILENT = 0.15;

/**
 * Draws the probes, channels and units of a session: those of the model of the session with files, but with other numbers
 * of units, and with metrics that are drawn and not computed from spikes.
 */
export function makeProjectRecording(session: ProjectSession, seed: number): ProjectRecording {
  const own = seed + 1000 * (session.id % 1000);
  const random = new RandomStream(seed, `project/${session.id}`);
  const probes = PROBES.flatMap((probe): Probe[] => {
    const share = random.logNormal(0.85, 0.35);
    if (random.chance(LOST_PROBES)) return [];
    const segments = probe.segments.map((segment) => ({...segment, units: Math.round(share * segment.units)}));
    // ids follow from the index, which no other session has
    const index = 200 + 10 * (session.id % 1000) + probe.index;
    return [{...probe, id: 700002000 + index, index, segments, hasLfp: true}];
  });
  const channels = probes.flatMap((probe) => makeChannels(probe, own));
  const units = probes.flatMap((probe) =>
    makeUnits(
      probe,
      channels.filter((channel) => channel.probe === probe),
      own
    )
  );
  return {
    session,
    probes,
    channels,
    units: units.map((unit) => ({
      ...unit,
      metrics: drawMetrics(unit, random),
      analysis: drawAnalysis(unit, session, random)
    }))
  };
}

/** Quality metrics; those that are else computed from spikes follow from the unit's rate, contamination and presence. */
function drawMetrics(unit: Unit, random: RandomStream): QualityMetrics {
  const {contamination, presence, baselineRate} = unit;
  return {
    ...qualityMetrics(unit, new Float64Array(0), [0, 1], random),
    firing_rate: baselineRate * random.logNormal(1.7, 0.25),
    isi_violations: (contamination - contamination ** 2 / 2) * random.logNormal(1, 0.2),
    presence_ratio: Math.floor(99 * (presence[1] - presence[0])) / 100
  };
}

function drawAnalysis({structure}: Unit, {effects}: ProjectSession, random: RandomStream): ProjectUnit["analysis"] {
  if (!isInHierarchy(structure) || random.chance(SILENT)) return null;
  const draw = (name: HierarchyMetric) => {
    const {median, slope, unit, logarithmic} = METRIC_MODELS[name];
    const sum = slope * HIERARCHY_SCORES[structure] + effects[name] + random.normal(0, unit);
    return logarithmic ? median * Math.exp(sum) : median + sum;
  };
  return {
    time_to_peak_fl: draw("time_to_peak_fl"),
    area_rf: draw("area_rf"),
    mod_idx_dg: draw("mod_idx_dg"),
    run_mod_dg: draw("run_mod_dg")
  };
}

function isInHierarchy(structure: string | null): structure is HierarchyArea {
  return structure !== null && structure in HIERARCHY_SCORES;
}
