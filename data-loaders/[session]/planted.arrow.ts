// What was put into a synthetic session: its cell classes and its connections; nothing for a recorded one.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {plantedContent, snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, () => plantedContent(cached)));
