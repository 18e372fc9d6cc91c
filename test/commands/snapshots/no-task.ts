// A loader that does not say what it makes.
import {snapshotLoader} from "../../../lib/project/loader.js";

await snapshotLoader(() => new Uint8Array());
