import {Hdf5File} from "../../nwb/index.js";
import type {EcephysProjectCache} from "../../project/index.js";
import type {EcephysSession} from "../../session/index.js";
import type {Check} from "./check.js";
import {rowChecks} from "./project-checks.js";

const PROBE = 760640083;
const SESSION = 756029989;

/** What the tutorial prints of the probes, and of the LFP and the current source density of the first. */
export function lfpChecks(cache: EcephysProjectCache, session: EcephysSession): Check[] {
  const rates: [probe: number, spikes: string, lfp: string][] = [
    [760640083, "29999.949611", "1249.997900"],
    [760640087, "29999.902541", "1249.995939"],
    [760640090, "29999.905275", "1249.996053"],
    [760640094, "29999.905275", "1249.996053"],
    [760640097, "29999.985335", "1249.999389"]
  ];
  const start = async () => {
    const [first] = await session.lfpTimeSpan(PROBE);
    return session.lfp(PROBE, {time: [first, first + 0.01]});
  };
  const channels = async () => Array.from((await start()).coords.channel);
  const density = () => session.currentSourceDensity(PROBE);
  return [
    ...rates.flatMap(([id, sampling_rate, lfp_sampling_rate]) =>
      rowChecks("probe", id, () => session.probes(), {sampling_rate, lfp_sampling_rate})
    ),
    {
      what: "LFP: samples and channels",
      expected: [12_453_025, 87],
      find: async () => {
        const location = await cache.locate({kind: "lfp", sessionId: SESSION, probeId: PROBE});
        if (location.kind === "text") throw new Error("a source gives text for LFP");
        const file = await Hdf5File.open(location.kind === "path" ? location.path : location.url);
        try {
          return file.shape(`/acquisition/probe_${PROBE}_lfp/probe_${PROBE}_lfp_data/data`);
        } finally {
          file.close();
        }
      }
    },
    {
      what: "LFP: first values (V)",
      expected: ["1.1895e-05", "2.73e-05", "9.165e-06"],
      find: async () => Array.from((await start()).values.subarray(0, 3))
    },
    {
      what: "LFP: first time (s), to 3 decimals, and last, to whole seconds",
      expected: [3.774, 9966],
      find: async () => {
        const [first, last] = await session.lfpTimeSpan(PROBE);
        return [Math.floor(first * 1000) / 1000, Math.floor(last)];
      }
    },
    {
      what: "LFP: first and last channel",
      expected: [850126378, 850127066],
      find: async () => {
        const ids = await channels();
        return [ids[0], ids[ids.length - 1]];
      }
    },
    {
      what: "structures along the LFP channels",
      expected: ["APN", "DG", "CA1", "VISam", null],
      find: async () => (await session.channelStructureIntervals(await channels())).labels
    },
    {
      what: "where each begins, and the number of channels",
      expected: [0, 27, 35, 51, 74, 87],
      find: async () => Array.from((await session.channelStructureIntervals(await channels())).intervals)
    },
    {what: "current source density: shape", expected: [384, 875], find: async () => (await density()).shape},
    {
      what: "current source density: first values",
      expected: ["-15929.946206", "-9764.690525", "-3800.635136"],
      find: async () => Array.from((await density()).values.subarray(0, 3))
    },
    {
      what: "current source density: vertical positions (µm), first, second, last",
      expected: [0, 10, 3830],
      find: async () => {
        const {vertical_position: positions} = (await density()).coords;
        return [positions[0], positions[1], positions[positions.length - 1]];
      }
    },
    {
      what: "current source density: horizontal position (µm)",
      expected: [24],
      find: async () => [...new Set(Array.from((await density()).coords.horizontal_position))]
    }
  ];
}
