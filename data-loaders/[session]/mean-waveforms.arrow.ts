// The mean waveform of each unit around its peak channel.

import {meanWaveformsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, meanWaveformsSnapshot));
