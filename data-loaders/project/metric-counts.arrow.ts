// How the quality metrics of all units are spread, by session.
import {projectLoader} from "../../lib/framework/loader.js";
import {metricCounts, projectSnapshot} from "../../lib/project/index.js";

await projectLoader((directory) => projectSnapshot(directory, metricCounts));
