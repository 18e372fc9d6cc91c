// Running and pupil over the whole session, as wide as a figure.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {overviewSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, overviewSnapshot));
