// Where the eye looked, one part of the session.

import {timeSeriesPartSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {part}) =>
  snapshotOf(cached, (session) => timeSeriesPartSnapshot(session, "screenGazeData", Number(part)))
);
