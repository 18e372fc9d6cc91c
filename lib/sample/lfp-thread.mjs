// The thread that writes the LFP files. Threads of Node 20 do not inherit how modules are loaded: it says so before it imports one.
import {register} from "node:module";
import {workerData} from "node:worker_threads";

register("../site/typescript.mjs", import.meta.url);
const {writeLfpFiles} = await import("./write-lfp-files.ts");
await writeLfpFiles(workerData.folder, workerData.seed);
