import {createRequire} from "node:module";
import {dirname, join} from "node:path";

/** The TypeScript compiler, to be run by Node. The package "typescript" is the last one with an interface, for TypeDoc. */
export const TSC = join(dirname(createRequire(import.meta.url).resolve("@typescript/native/package.json")), "bin/tsc");
