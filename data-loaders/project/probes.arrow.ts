// All probes.

import {projectSnapshot} from "../../lib/project/index.js";
import {projectLoader} from "../../lib/project/loader.js";

export default await projectLoader((directory) =>
  projectSnapshot(directory, async (cache) => ({table: await cache.probes()}))
);
