// The units that pass AllenSDK's default filters.

import {sessionLoader} from "../../lib/project/loader.js";
import {units} from "../../lib/snapshot-makers/tables.js";

export default await sessionLoader(units);
