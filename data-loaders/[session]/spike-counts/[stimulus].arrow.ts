// The spikes of each unit in each presentation of one stimulus.

import {spikeCountsSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {stimulus}) => snapshotOf(cached, (session) => spikeCountsSnapshot(session, stimulus)));
