// How large the LFP of one probe is over the whole recording.

import {lfpOverviewSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {probe}) => snapshotOf(cached, (session) => lfpOverviewSnapshot(session, probe)));
