// Running and pupil over the whole session, as wide as a figure.

import {sessionLoader} from "../../lib/project/loader.js";
import {overview} from "../../lib/snapshot-makers/overview.js";

export default await sessionLoader(overview);
