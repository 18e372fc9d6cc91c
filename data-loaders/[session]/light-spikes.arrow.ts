// The spikes around the pulses of light.

import {lightSpikesSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, lightSpikesSnapshot));
