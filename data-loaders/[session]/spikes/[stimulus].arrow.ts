// The spikes around the presentations of one stimulus.

import {spikesSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {stimulus}) => snapshotOf(cached, (session) => spikesSnapshot(session, stimulus)));
