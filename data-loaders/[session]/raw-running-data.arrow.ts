// What the encoder of the wheel measured.

import {sessionLoader} from "../../lib/project/loader.js";
import {rawRunningData} from "../../lib/snapshot-makers/time-series.js";

export default await sessionLoader(rawRunningData);
