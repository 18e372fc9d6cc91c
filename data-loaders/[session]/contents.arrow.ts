// What the session's files hold.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {contentsSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, contentsSnapshot));
