// A thread that makes snapshots. Threads of Node 20 do not inherit how modules are loaded: it says so before it imports one.
import {register} from "node:module";
import {constants, setPriority} from "node:os";

// Whoever waits for a page goes first. (On Linux this is the thread's priority, elsewhere the process's.)
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

register("../../site/typescript.mjs", import.meta.url);
await import("./snapshot-work.ts");
