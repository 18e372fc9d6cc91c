// The ellipses of the eye, one part of the session.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {timeSeriesPartSnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {part}) =>
  snapshotOf(cached, (session) => timeSeriesPartSnapshot(session, "pupilData", Number(part)))
);
