// The presentations: when which condition was shown.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {presentationsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, presentationsSnapshot));
