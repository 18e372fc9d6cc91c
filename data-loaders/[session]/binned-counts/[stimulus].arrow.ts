// The spikes of each unit in bins around the presentations of one stimulus.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {binnedCountsSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {stimulus}) => snapshotOf(cached, (session) => binnedCountsSnapshot(session, stimulus)));
