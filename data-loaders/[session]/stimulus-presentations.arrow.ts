// The presentations: when which condition was shown.

import {sessionLoader} from "../../lib/project/loader.js";
import {stimulusPresentations} from "../../lib/snapshot-makers/stimulus-presentations.js";

export default await sessionLoader(stimulusPresentations);
