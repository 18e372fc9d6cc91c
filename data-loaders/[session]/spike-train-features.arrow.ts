// What the spike train of each unit is like: intervals between spikes, bursts.

import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";
import {spikeTrainFeaturesSnapshot} from "../../lib/session/spike-train-features/index.js";

await snapshotLoader((cached) => snapshotOf(cached, spikeTrainFeaturesSnapshot));
