// The speed of the running wheel.

import {sessionLoader} from "../../lib/project/loader.js";
import {runningSpeed} from "../../lib/snapshot-makers/time-series.js";

export default await sessionLoader(runningSpeed);
