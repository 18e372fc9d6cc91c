// Channels and units in each structure, by session.

import {projectSnapshot, structureCounts} from "../../lib/project/index.js";
import {projectLoader} from "../../lib/project/loader.js";

await projectLoader((directory) => projectSnapshot(directory, structureCounts));
