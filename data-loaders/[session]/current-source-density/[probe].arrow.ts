// The current source density of one probe.
import {snapshotLoader} from "../../../lib/framework/loader.js";
import {currentSourceDensitySnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";

await snapshotLoader((cached, {probe}) =>
  snapshotOf(cached, (session) => currentSourceDensitySnapshot(session, probe))
);
