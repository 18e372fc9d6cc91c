// The spikes around the presentations of one stimulus.

import {sessionLoader} from "../../../lib/project/loader.js";
import {spikes} from "../../../lib/snapshot-makers/spikes.js";

export default await sessionLoader(spikes);
