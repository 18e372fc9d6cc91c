// The speed of the running wheel.

import {timeSeriesSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, (session) => timeSeriesSnapshot(session, "runningSpeed")));
