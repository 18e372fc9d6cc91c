// The spike trains of the units of one probe, over a stretch of the session.

import {sessionLoader} from "../../../lib/project/loader.js";
import {spikeTrains} from "../../../lib/snapshot-makers/spike-trains.js";

export default await sessionLoader(spikeTrains);
