// The mean waveform of each unit on its peak channel.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {meanWaveformsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, (session) => meanWaveformsSnapshot(session, 0)));
