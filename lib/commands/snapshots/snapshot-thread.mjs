// A thread that makes snapshots. Threads of Node 20 do not inherit how modules are loaded: it says so before it imports one.
import {register} from "node:module";

register("../../site/typescript.mjs", import.meta.url);
await import("./snapshot-work.ts");
