// The spikes around the presentations of one stimulus.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {spikesSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {stimulus}) => snapshotOf(cached, (session) => spikesSnapshot(session, stimulus)));
