// The spikes around the pulses of light.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {lightSpikesSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, lightSpikesSnapshot));
