// All sessions.
import {projectLoader} from "../../lib/framework/loader.js";
import {projectSnapshot} from "../../lib/project/index.js";

await projectLoader((directory) => projectSnapshot(directory, async (cache) => ({table: await cache.sessionTable()})));
