// Two units that seem to be connected, to begin with.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {snapshotOf} from "../../lib/project/index.js";
import {suggestedPairSnapshot} from "../../lib/session/spike-train-features/index.js";

await snapshotLoader((cached) => snapshotOf(cached, (session) => suggestedPairSnapshot(session)));
