// The activity of each unit over the session.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {activitySnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, activitySnapshot));
