// The LFP of one probe around the first flash.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {lfpSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {probe}) => snapshotOf(cached, (session) => lfpSnapshot(session, probe)));
