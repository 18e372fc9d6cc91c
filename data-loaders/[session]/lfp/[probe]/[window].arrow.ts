// The LFP of one probe in one of its windows.
import {snapshotLoader} from "../../../../lib/framework/loader.js";
import {lfpSnapshot} from "../../../../lib/index.js";
import {snapshotOf} from "../../../../lib/project/index.js";

await snapshotLoader((cached, {probe, window}) =>
  snapshotOf(cached, (session) => lfpSnapshot(session, probe, Number(window)))
);
