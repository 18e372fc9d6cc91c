// How many spikes each unit fired, and when the first and the last ones were.

import {spikeEndsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, spikeEndsSnapshot));
