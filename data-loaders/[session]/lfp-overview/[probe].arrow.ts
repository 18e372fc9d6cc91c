// How large the LFP of one probe is over the whole recording.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {lfpOverviewSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {probe}) => snapshotOf(cached, (session) => lfpOverviewSnapshot(session, probe)));
