// The pulses of light.

import {sessionLoader} from "../../lib/project/loader.js";
import {optogeneticStimulation} from "../../lib/snapshot-makers/tables.js";

export default await sessionLoader(optogeneticStimulation);
