// The spike trains of the units of one probe, over a stretch of the session.

import {spikeTrainsSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {probe}) => snapshotOf(cached, (session) => spikeTrainsSnapshot(session, probe)));
