// What the spike train of each unit is like: intervals between spikes, bursts.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {snapshotOf} from "../../lib/project/index.js";
import {spikeTrainFeaturesSnapshot} from "../../lib/session/spike-train-features/index.js";

await snapshotLoader((cached) => snapshotOf(cached, spikeTrainFeaturesSnapshot));
