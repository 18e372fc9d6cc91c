// The spikes of each unit in bins around the presentations of one stimulus.

import {sessionLoader} from "../../../lib/project/loader.js";
import {binnedCounts} from "../../../lib/snapshot-makers/binned-counts.js";

export default await sessionLoader(binnedCounts);
