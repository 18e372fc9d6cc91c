// What is known of the animal and the rig.

import {metadataSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, metadataSnapshot));
