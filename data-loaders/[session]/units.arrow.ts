// The units that pass AllenSDK's default filters.
import {snapshotLoader} from "../../lib/framework/loader.js";
import {snapshotOf} from "../../lib/project/index.js";

await snapshotLoader((cached) => snapshotOf(cached, async (session) => ({table: await session.units()})));
