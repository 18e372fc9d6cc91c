// How the quality metrics of all units are spread, by session.

import {metricCounts, projectSnapshot} from "../../lib/project/index.js";
import {projectLoader} from "../../lib/project/loader.js";

export default await projectLoader((directory) => projectSnapshot(directory, metricCounts));
