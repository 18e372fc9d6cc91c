import {spawn, spawnSync} from "node:child_process";
import {createHash, randomFillSync} from "node:crypto";
import {appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {downloadFile} from "../../lib/project/download/index.js";
import type {Bench} from "./bench.js";

const SIZE = 1 << 30;

/** A file and a process that serves it, until this one ends. */
function served(): {folder: string; url: string; sha256: string} {
  const folder = mkdtempSync(join(tmpdir(), "download-bench-"));
  const [file, address] = [join(folder, "served"), join(folder, "address")];
  const piece = Buffer.alloc(1 << 26);
  const hash = createHash("sha256");
  for (let size = 0; size < SIZE; size += piece.length) {
    randomFillSync(piece);
    hash.update(piece);
    appendFileSync(file, piece);
  }
  const script = join(import.meta.dirname, "serve-file.ts");
  const server = spawn(process.execPath, ["--import", "./lib/framework/typescript.mjs", script, file, address], {
    stdio: "ignore"
  });
  server.unref();
  process.on("exit", () => {
    server.kill();
    rmSync(folder, {recursive: true});
  });
  while (!existsSync(address) || readFileSync(address, "utf8") === "") {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  return {folder, url: readFileSync(address, "utf8"), sha256: hash.digest("hex")};
}

let place: ReturnType<typeof served> | undefined;

/** How long curl takes for the same file, in ms: the median of five times. */
function curlTime(): number {
  place ??= served();
  const path = join(place.folder, "by-curl");
  const times = Array.from({length: 5}, () => {
    const start = performance.now();
    const {status, error} = spawnSync("curl", ["--silent", "--fail", "--output", path, place!.url]);
    if (status !== 0) throw error ?? new Error(`curl ended with ${status}`);
    rmSync(path);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[2];
}

const benches: Bench[] = [
  {
    name: "download of 1 GiB on loopback, SHA-256 included; its budget is curl's time without it, over 0.9",
    get budget() {
      return curlTime() / 0.9;
    },
    prepare() {
      place ??= served();
      const {folder, url, sha256} = place;
      return async () => {
        const path = join(folder, "download", "by-us");
        await downloadFile({url, sha256}, path);
        rmSync(join(folder, "download"), {recursive: true});
      };
    }
  }
];
export default benches;
