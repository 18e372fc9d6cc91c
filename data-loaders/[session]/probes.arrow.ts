// The probes.

import {sessionLoader} from "../../lib/project/loader.js";
import {probes} from "../../lib/snapshot-makers/tables.js";

export default await sessionLoader(probes);
