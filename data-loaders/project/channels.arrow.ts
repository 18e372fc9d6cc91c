// The first channels of all.
import {projectLoader} from "../../lib/framework/loader.js";
import {firstRows, projectSnapshot} from "../../lib/project/index.js";

await projectLoader((directory) => projectSnapshot(directory, async (cache) => firstRows(await cache.channels())));
