// The first units of all.

import {firstRows, projectSnapshot} from "../../lib/project/index.js";
import {projectLoader} from "../../lib/project/loader.js";

export default await projectLoader((directory) =>
  projectSnapshot(directory, async (cache) => firstRows(await cache.units()))
);
