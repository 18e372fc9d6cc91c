// The activity of each unit over the session.

import {activitySnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, activitySnapshot));
