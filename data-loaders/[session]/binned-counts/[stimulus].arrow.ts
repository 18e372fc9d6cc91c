// The spikes of each unit in bins around the presentations of one stimulus.

import {binnedCountsSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {stimulus}) => snapshotOf(cached, (session) => binnedCountsSnapshot(session, stimulus)));
