// The intervals marked as invalid.

import {sessionLoader} from "../../lib/project/loader.js";
import {invalidTimes} from "../../lib/snapshot-makers/tables.js";

export default await sessionLoader(invalidTimes);
