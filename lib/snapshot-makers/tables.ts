// Tables of a session that are kept as they are.
import type {ColumnTable} from "arquero";
import type {EcephysSession} from "../session/index.js";
import type {SnapshotMaker} from "./snapshot-maker.js";

export const units = tableMaker((session) => session.units());
export const channels = tableMaker((session) => session.channels());
export const probes = tableMaker((session) => session.probes());
export const stimulusConditions = tableMaker((session) => session.stimulusConditions());
export const invalidTimes = tableMaker((session) => session.invalidTimes());
export const optogeneticStimulation = tableMaker((session) => session.optogeneticStimulationEpochs());

function tableMaker(tableOf: (session: EcephysSession) => Promise<ColumnTable>): SnapshotMaker<never> {
  return {
    parameters: {},
    make: async (session) => ({table: await tableOf(session), details: undefined})
  };
}
