import {HIERARCHY_SCORES} from "../../words/index.js";
import {IDENTITY} from "../identity.js";
import {RandomStream} from "../random-stream.js";
import {type HierarchyMetric, METRIC_MODELS} from "./hierarchy.js";

/** A session of the synthetic project of which there are tables alone. */
export interface ProjectSession {
  id: number;
  specimenId: number;
  sessionType: "brain_observatory_1.1" | "functional_connectivity";
  genotype: string;
  sex: "M" | "F";
  ageInDays: number;
  /** How far each metric of this mouse's units lies from those of others, in the terms of its model. */
  effects: Record<HierarchyMetric, number>;
}

/** Sessions besides the one that has files. */
const OTHERS = 19;

/** The genotypes of the published sessions, about as often as there. */
const GENOTYPES = [
  ...Array.from({length: 10}, () => "synthetic wt/wt"),
  ...Array.from({length: 4}, () => "synthetic Sst-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt"),
  ...Array.from({length: 3}, () => "synthetic Vip-IRES-Cre/wt;Ai32(RCL-ChR2(H134R)_EYFP)/wt"),
  ...Array.from({length: 2}, () => IDENTITY.genotype)
];

/** Draws the sessions of the project, in the order of their ids, which follow that of the session with files. */
export function makeProjectSessions(seed: number): ProjectSession[] {
  const random = new RandomStream(seed, "project/sessions");
  const genotypes = random.shuffle(GENOTYPES);
  return Array.from({length: OTHERS}, (_, i) => {
    const effect = (name: HierarchyMetric) => random.normal(0, METRIC_MODELS[name].mouse);
    return {
      id: IDENTITY.sessionId + 1 + i,
      specimenId: IDENTITY.specimenId + 10 + i,
      sessionType: i < 11 ? "brain_observatory_1.1" : "functional_connectivity",
      genotype: genotypes[i],
      sex: random.chance(0.75) ? "M" : "F",
      ageInDays: Math.round(random.normalWithin(118, 14, 92, 151)),
      effects: {
        time_to_peak_fl: effect("time_to_peak_fl"),
        area_rf: effect("area_rf"),
        mod_idx_dg: effect("mod_idx_dg"),
        run_mod_dg: effect("run_mod_dg")
      }
    };
  });
}

/** What `ground-truth.json` says of the project. */
export function describeProject(sessions: readonly ProjectSession[]) {
  return {
    model:
      "a metric of a unit is median * exp(slope * hierarchy score + effect of the mouse + normal(0, unit)), or, if not logarithmic, median + the same sum; mouse and unit are standard deviations",
    hierarchy_scores: HIERARCHY_SCORES,
    metric_models: METRIC_MODELS,
    sessions: sessions.map(({id, effects}) => ({session_id: id, effects}))
  };
}
