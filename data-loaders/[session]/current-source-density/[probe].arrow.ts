// The current source density of one probe.

import {currentSourceDensitySnapshot} from "../../../lib/index.js";
import {snapshotOf} from "../../../lib/project/index.js";
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader((cached, {probe}) =>
  snapshotOf(cached, (session) => currentSourceDensitySnapshot(session, probe))
);
