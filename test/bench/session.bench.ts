import {type EcephysSession, linspace} from "../../lib/index.js";
import {openCachedSession, sessions} from "../../lib/project/index.js";
import type {Bench} from "./bench.js";

/**
 * The session that SESSIONS names: the sample, by default. What provides it is loaded when it is needed: it is large, and
 * clearing memory away would take longer in every other case.
 */
async function open(): Promise<EcephysSession> {
  const {provideSample} = await import("../../lib/commands/index.js");
  const [session] = sessions();
  await provideSample(session);
  return openCachedSession(session, {onWarning: () => {}});
}

const benches: Bench[] = [
  {
    name: "open a session and read its units",
    budget: 300,
    prepare() {
      return async () => {
        const session = await open();
        await session.units();
        session.close();
      };
    }
  },
  {
    name: "the flashes cube: presentations × 199 bins × all filtered units",
    budget: 40,
    async prepare() {
      const session = await open();
      const flashes = (await session.stimulusTable("flashes")).array("stimulus_presentation_id") as number[];
      await session.spikeTimes();
      return () => session.presentationwiseSpikeCounts(linspace(-0.01, 0.4, 200), flashes);
    }
  },
  {
    name: "statistics by condition of drifting gratings, all filtered units",
    budget: 100,
    async prepare() {
      const session = await open();
      const gratings = (await session.stimulusTable("drifting_gratings")).array("stimulus_presentation_id") as number[];
      await session.spikeTimes();
      return () => session.conditionwiseSpikeStatistics(gratings);
    }
  }
];
export default benches;
