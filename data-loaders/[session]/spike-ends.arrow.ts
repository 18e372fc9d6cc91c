// How many spikes each unit fired, and when the first and the last ones were.

import {sessionLoader} from "../../lib/project/loader.js";
import {spikeEnds} from "../../lib/snapshot-makers/spike-ends.js";

export default await sessionLoader(spikeEnds);
