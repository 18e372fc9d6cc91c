// The eye over the whole session, at some of the camera's frames.

import {sessionLoader} from "../../lib/project/loader.js";
import {eyeSamples} from "../../lib/snapshot-makers/eye-samples.js";

export default await sessionLoader(eyeSamples);
