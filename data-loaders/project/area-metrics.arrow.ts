// The medians of analysis metrics in each structure, by session.

import {areaMetrics, projectSnapshot} from "../../lib/project/index.js";
import {projectLoader} from "../../lib/project/loader.js";

export default await projectLoader((directory) => projectSnapshot(directory, areaMetrics));
