// Channels and units in each structure, by session.
import {projectLoader} from "../../lib/framework/loader.js";
import {projectSnapshot, structureCounts} from "../../lib/project/index.js";

await projectLoader((directory) => projectSnapshot(directory, structureCounts));
