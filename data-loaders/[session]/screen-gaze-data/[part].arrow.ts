// Where the eye looked, one part of the session.

import {sessionLoader} from "../../../lib/project/loader.js";
import {screenGazeData} from "../../../lib/snapshot-makers/time-series.js";

export default await sessionLoader(screenGazeData);
