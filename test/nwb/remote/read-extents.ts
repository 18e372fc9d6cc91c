// A process that reads a whole file by its address, in pieces, and says its SHA-256.
import {createHash} from "node:crypto";
import {NodeRemoteNwb} from "../../../lib/nwb/remote/node/index.js";

const [address, cache] = process.argv.slice(2);
const file = await new NodeRemoteNwb(address, {cache}).open();
const hash = createHash("sha256");
for (let start = 0; start < file.size; start += 250_000) hash.update(file.read(start, 250_000));
file.close();
console.log(hash.digest("hex"));
