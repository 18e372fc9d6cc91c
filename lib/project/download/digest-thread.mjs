// Computes the SHA-256 of a file while it is being written: up to wherever it is told that the bytes are there.
import {createHash} from "node:crypto";
import {closeSync, openSync, readSync} from "node:fs";
import {parentPort, workerData} from "node:worker_threads";

const file = openSync(workerData.path, "r");
const piece = new Uint8Array(1 << 18);
const hash = createHash("sha256");
let position = 0;

parentPort.on("message", ({front, last}) => {
  while (position < front) {
    const length = readSync(file, piece, 0, Math.min(piece.length, front - position), position);
    if (length === 0) throw new Error(`${workerData.path} ends at ${position}, before ${front}`);
    hash.update(piece.subarray(0, length));
    position += length;
  }
  if (!last) return;
  closeSync(file);
  parentPort.postMessage(hash.digest("hex"));
  parentPort.close();
});
