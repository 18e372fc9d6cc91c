// What is known of the animal and the rig.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {metadataSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, metadataSnapshot));
