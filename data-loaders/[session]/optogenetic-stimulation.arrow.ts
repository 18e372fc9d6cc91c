// The pulses of light.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) =>
  snapshotOf(cached, async (session) => ({table: await session.optogeneticStimulationEpochs()}))
);
