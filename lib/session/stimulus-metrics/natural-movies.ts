import type {MetricsOfUnit, StimulusAnalysis} from "./stimulus-analysis.js";

/**
 * Five metrics of a natural movie, each frame of which is a condition. AllenSDK's class knows none of the published
 * stimuli by name, and has no duration of a trial: the caller gives both.
 */
export const naturalMovies: StimulusAnalysis = {
  knownNames: ["natural_movies", "natural_movie_1", "natural_movie_3"],
  givenNames: "natural_movie_",
  prepare: (): MetricsOfUnit => (responses) => {
    const running = responses.runningModulation;
    return {
      fano_nm: responses.fanoFactor,
      firing_rate_nm: responses.firingRate,
      lifetime_sparseness_nm: responses.lifetimeSparseness,
      run_pval_nm: running.pValue,
      run_mod_nm: running.modulation
    };
  }
};
