// Channels and units in each structure, by session.

import {projectSnapshot, structureCounts} from "../../lib/project/index.js";
import {projectLoader} from "../../lib/project/loader.js";

export default await projectLoader((directory) => projectSnapshot(directory, structureCounts));
