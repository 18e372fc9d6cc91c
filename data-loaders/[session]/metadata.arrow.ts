// What is known of the animal and the rig.

import {sessionLoader} from "../../lib/project/loader.js";
import {metadata} from "../../lib/snapshot-makers/metadata.js";

export default await sessionLoader(metadata);
