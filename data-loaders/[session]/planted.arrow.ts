// What was put into a synthetic session: its cell classes and its connections; nothing for a recorded one.

import {plantedContent, snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, () => plantedContent(cached)));
