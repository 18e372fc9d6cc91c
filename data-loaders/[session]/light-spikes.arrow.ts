// The spikes around the pulses of light.

import {sessionLoader} from "../../lib/project/loader.js";
import {lightSpikes} from "../../lib/snapshot-makers/light-spikes.js";

export default await sessionLoader(lightSpikes);
