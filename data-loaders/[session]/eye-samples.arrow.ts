// The eye over the whole session, at some of the camera's frames.

import {eyeSamplesSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, eyeSamplesSnapshot));
