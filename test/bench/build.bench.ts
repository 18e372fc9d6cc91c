import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeInThreads} from "../../lib/commands/snapshots/make-in-threads.js";
import {SAMPLE_DIRECTORY} from "../../lib/project/index.js";
import {makeSample} from "../../lib/sample/index.js";
import {SNAPSHOT_MAKERS, type SnapshotMaker, sessionSnapshots} from "../../lib/snapshot-makers/index.js";
import type {Bench} from "./bench.js";

const build = () => {
  const {status, stdout, stderr} = spawnSync("npm", ["run", "build"], {encoding: "utf8"});
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

/** What a build or a preview has made before; not what npm ci has installed. */
function forget(): void {
  for (const path of ["src/.observablehq", ".cache/typescript", ".cache/digests", SAMPLE_DIRECTORY])
    rmSync(path, {recursive: true, force: true});
}

async function firstPage(): Promise<void> {
  const port = "3931";
  const start = spawn("npm", ["start", "--", "--port", port], {stdio: "ignore"});
  try {
    for (let status = 0; status !== 200; ) {
      if (start.exitCode !== null) throw new Error("npm start has ended.");
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      status = answer?.status ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    start.kill("SIGTERM");
  }
}

/** Every snapshot of the first session, made in threads and thrown away. */
async function allSnapshots(): Promise<void> {
  const orders = sessionSnapshots().map(({name, parameters, path}) => {
    const {parameters: values, readsSpikes = false} = SNAPSHOT_MAKERS[name] as SnapshotMaker;
    const [folder] = path.split("/");
    const loader = [folder, ...Object.keys(values).map((parameter) => `[${parameter}]`)].join("/");
    return {
      loader: `data-loaders/[session]/${loader}.arrow.ts`,
      parameters: {session: "first", ...parameters},
      readsSpikes
    };
  });
  await makeInThreads(orders, (_, answer) => {
    if ("failure" in answer) throw new Error(answer.failure);
  });
}

const benches: Bench[] = [
  {
    name: "the synthetic session",
    budget: 12_000,
    once: true,
    prepare() {
      const folder = mkdtempSync(join(tmpdir(), "sample-"));
      return async () => {
        await makeSample(join(folder, "sample"));
        rmSync(folder, {recursive: true});
      };
    }
  },
  {
    name: "npm start, from what npm ci leaves to the first page",
    budget: 25_000,
    once: true,
    prepare() {
      forget();
      return firstPage;
    }
  },
  {
    name: "npm run build, from what npm ci leaves",
    budget: 60_000,
    once: true,
    prepare() {
      forget();
      return build;
    }
  },
  {
    name: "all snapshots of the synthetic session",
    budget: 40_000,
    once: true,
    prepare() {
      build();
      return allSnapshots;
    }
  },
  {
    name: "npm run build, when nothing changed",
    budget: 8_000,
    prepare() {
      build();
      return () => {
        if (!build().includes("nothing that it is built of has changed")) throw new Error("A second build was one.");
      };
    }
  }
];
export default benches;
