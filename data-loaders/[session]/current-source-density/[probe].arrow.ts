// The current source density of one probe.

import {sessionLoader} from "../../../lib/project/loader.js";
import {currentSourceDensity} from "../../../lib/snapshot-makers/current-source-density.js";

export default await sessionLoader(currentSourceDensity);
