import {columnValues, EcephysSession, linspace} from "../../lib/index.js";
import type {Bench} from "./bench.js";

/** What AllenSDK 2.16.2 takes on such a file (2,300 units, 110 million spikes, 2.4 GB), on two cores (ms). */
const ALLENSDK = {units: 24_651, spikeTimes: 6_069, meanWaveforms: 8_863, statistics: 13_779, counts: 843};

/** It is to be twenty times faster. */
const budget = (peer: number) => peer / 20;

/**
 * Cases on a session file of public size. What reads opens the file anew each time, so that nothing is read before.
 * @param path an NWB file in the layout of the Allen Institute's sessions
 */
export function fullSizeBenches(path: string): Bench[] {
  const open = () => EcephysSession.fromNwb(path, {onWarning: () => {}});
  const idsOf = async (session: EcephysSession, name: string) =>
    columnValues<number>(await session.stimulusTable(name), "stimulus_presentation_id");

  /** A case on a session that is opened for each run, and closed after it. */
  function bench(name: string, peer: number, run: (session: EcephysSession) => Promise<unknown>): Bench {
    return {
      name: `full size: ${name}`,
      budget: budget(peer),
      prepare() {
        return async () => {
          const session = await open();
          await run(session);
          session.close();
        };
      }
    };
  }

  return [
    bench("units table", ALLENSDK.units, (session) => session.units()),
    bench("spike times of all filtered units", ALLENSDK.spikeTimes, (session) => session.spikeTimes()),
    bench("mean waveforms of all filtered units", ALLENSDK.meanWaveforms, (session) => session.meanWaveforms()),
    {
      name: "full size: statistics by condition of drifting gratings, all filtered units, spikes at hand",
      budget: budget(ALLENSDK.statistics),
      async prepare() {
        const session = await open();
        const gratings = await idsOf(session, "drifting_gratings");
        await session.spikeTimes();
        return () => session.conditionwiseSpikeStatistics(gratings);
      }
    },
    {
      name: "full size: the flashes cube, spikes at hand",
      budget: budget(ALLENSDK.counts) * 20,
      async prepare() {
        const session = await open();
        const flashes = await idsOf(session, "flashes");
        await session.spikeTimes();
        return () => session.presentationwiseSpikeCounts(linspace(-0.01, 0.4, 200), flashes);
      }
    }
  ];
}
