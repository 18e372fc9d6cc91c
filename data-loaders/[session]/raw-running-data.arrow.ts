// What the encoder of the wheel measured.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {timeSeriesSnapshot} from "../../lib/index.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, (session) => timeSeriesSnapshot(session, "rawRunningData")));
