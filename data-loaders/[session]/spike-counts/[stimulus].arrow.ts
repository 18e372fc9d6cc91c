// The spikes of each unit in each presentation of one stimulus.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {spikeCountsSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {stimulus}) => snapshotOf(cached, (session) => spikeCountsSnapshot(session, stimulus)));
