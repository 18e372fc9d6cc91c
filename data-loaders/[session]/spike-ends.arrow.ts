// How many spikes each unit fired, and when the first and the last ones were.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {spikeEndsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, spikeEndsSnapshot));
