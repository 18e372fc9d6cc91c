import type {ColumnTable} from "arquero";
import type {Columns} from "../../array/index.js";
import {toColumns, toTable} from "../columns.js";
import type {EcephysSession} from "../ecephys-session.js";
import {analyzedStimuli, type StimulusMetricsOptions, stimulusMetrics} from "./stimulus-metrics.js";

/**
 * The metrics of all stimuli of a session that AllenSDK has metrics of, in one table: unit_id, and the columns of the
 * published tables: 57 for brain_observatory_1.1, 45 for functional_connectivity. Natural movies are not in them.
 * @throws what {@link stimulusMetrics} throws
 */
export async function unitAnalysisMetrics(
  session: EcephysSession,
  options: Pick<StimulusMetricsOptions, "unitIds" | "seed" | "signal"> = {}
): Promise<ColumnTable> {
  const columns: Columns = {};
  for (const stimulus of await analyzedStimuli(session)) {
    Object.assign(columns, toColumns(await stimulusMetrics(session, stimulus, options)));
  }
  return toTable(columns);
}
