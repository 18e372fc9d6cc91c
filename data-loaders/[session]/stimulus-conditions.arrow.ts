// The conditions: every combination of stimulus parameters that was shown.

import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, async (session) => ({table: await session.stimulusConditions()})));
