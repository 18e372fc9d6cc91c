// What the spike train of each unit is like: intervals between spikes, bursts.

import {sessionLoader} from "../../lib/project/loader.js";
import {spikeTrainFeatures} from "../../lib/snapshot-makers/spike-train-features.js";

export default await sessionLoader(spikeTrainFeatures);
