// The eye over the whole session, at some of the camera's frames.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {eyeSamplesSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, eyeSamplesSnapshot));
