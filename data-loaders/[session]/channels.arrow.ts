// The valid channels.

import {snapshotOf} from "../../lib/project/index.js";
import {snapshotLoader} from "../../lib/project/loader.js";

await snapshotLoader((cached) => snapshotOf(cached, async (session) => ({table: await session.channels()})));
