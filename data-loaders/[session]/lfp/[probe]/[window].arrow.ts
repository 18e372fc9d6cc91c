// The LFP of one probe in one of its windows.

import {sessionLoader} from "../../../../lib/project/loader.js";
import {lfp} from "../../../../lib/snapshot-makers/lfp.js";

export default await sessionLoader(lfp);
