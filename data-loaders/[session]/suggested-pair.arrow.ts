// Two units that seem to be connected, to begin with.

import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";
import {suggestedPairSnapshot} from "../../lib/session/spike-train-features/index.js";

await snapshotLoader((cached) => snapshotOf(cached, (session) => suggestedPairSnapshot(session)));
