// How large the LFP of one probe is over the whole recording.

import {sessionLoader} from "../../../lib/project/loader.js";
import {lfpOverview} from "../../../lib/snapshot-makers/lfp-overview.js";

export default await sessionLoader(lfpOverview);
