// The LFP of one probe in one of its windows.

import {lfpSnapshot} from "../../../../lib/index.js";
import {snapshotOf} from "../../../../lib/project/index.js";
import {snapshotLoader} from "../../../../lib/project/loader.js";

await snapshotLoader((cached, {probe, window}) =>
  snapshotOf(cached, (session) => lfpSnapshot(session, probe, Number(window)))
);
