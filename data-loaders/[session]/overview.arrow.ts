// Running and pupil over the whole session, as wide as a figure.

import {overviewSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, overviewSnapshot));
