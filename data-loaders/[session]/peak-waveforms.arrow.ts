// The mean waveform of each unit on its peak channel.

import {meanWaveformsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, (session) => meanWaveformsSnapshot(session, 0)));
