// The conditions: every combination of stimulus parameters that was shown.

import {sessionLoader} from "../../lib/project/loader.js";
import {stimulusConditions} from "../../lib/snapshot-makers/tables.js";

export default await sessionLoader(stimulusConditions);
