// The valid channels.

import {sessionLoader} from "../../lib/project/loader.js";
import {channels} from "../../lib/snapshot-makers/tables.js";

export default await sessionLoader(channels);
