import {spawn, spawnSync} from "node:child_process";
import {createHash, randomFillSync} from "node:crypto";
import {closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {downloadFile} from "../../lib/project/download/index.js";
import type {Bench} from "./bench.js";

const SIZE = 1 << 30;

/** A file and a process that serves it, until this one ends. */
function served(): {folder: string; url: string; sha256: string} {
  const folder = mkdtempSync(join(tmpdir(), "download-bench-"));
  const [file, address] = [join(folder, "piece"), join(folder, "address")];
  const piece = randomFillSync(Buffer.alloc(1 << 26));
  writeFileSync(file, piece);
  const hash = createHash("sha256");
  for (let size = 0; size < SIZE; size += piece.length) hash.update(piece);
  const script = join(import.meta.dirname, "serve-file.ts");
  const server = spawn(process.execPath, ["--import", "./lib/site/typescript.mjs", script, file, `${SIZE}`, address], {
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

/**
 * Has curl bring the same file.
 * @param verified whether its SHA-256 is computed then, as one who is given a digest with a file would
 */
function byCurl(verified: boolean): void {
  place ??= served();
  const {folder, url, sha256} = place;
  const path = join(folder, "by-curl");
  const {status, error} = spawnSync("curl", ["--silent", "--fail", "--output", path, url]);
  if (status !== 0) throw error ?? new Error(`curl ended with ${status}`);
  if (verified && fileDigest(path) !== sha256) throw new Error("curl has brought another file");
}

function fileDigest(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(1 << 18);
  const file = openSync(path, "r");
  for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
    hash.update(piece.subarray(0, length));
  closeSync(file);
  return hash.digest("hex");
}

function download(against: string, verified: boolean, share: number): Bench {
  return {
    name: `download of 1 GiB on loopback, SHA-256 included; its budget is the time of ${against}, over ${share}`,
    budget: {of: () => byCurl(verified), share},
    prepare() {
      place ??= served();
      const {folder, url, sha256} = place;
      return () => downloadFile({url, sha256}, join(folder, "download", "by-us"));
    },
    clear() {
      for (const name of ["by-curl", "download"]) rmSync(join(place!.folder, name), {recursive: true, force: true});
    }
  };
}

// Curl alone does not know whether it has the right file. On two processors a download keeps both busy, and curl one.
const benches: Bench[] = [download("curl alone", false, 0.6), download("curl and then of the SHA-256", true, 0.9)];
export default benches;
