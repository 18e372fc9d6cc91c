// Two units that seem to be connected, to begin with.

import {sessionLoader} from "../../lib/project/loader.js";
import {suggestedPair} from "../../lib/snapshot-makers/suggested-pair.js";

export default await sessionLoader(suggestedPair);
