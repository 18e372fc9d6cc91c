// The activity of each unit over the session.

import {sessionLoader} from "../../lib/project/loader.js";
import {activity} from "../../lib/snapshot-makers/activity.js";

export default await sessionLoader(activity);
