// The ellipses of the eye, one part of the session.

import {sessionLoader} from "../../../lib/project/loader.js";
import {pupilData} from "../../../lib/snapshot-makers/time-series.js";

export default await sessionLoader(pupilData);
