// The spikes of each unit in each presentation of one stimulus.

import {sessionLoader} from "../../../lib/project/loader.js";
import {spikeCounts} from "../../../lib/snapshot-makers/spike-counts.js";

export default await sessionLoader(spikeCounts);
