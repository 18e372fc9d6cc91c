import {realpathSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "@observablehq/framework/dist/config.js";
import {
  cachedSnapshot,
  isEditedSince,
  keepSnapshot,
  makeSnapshots,
  noteSnapshots,
  type SnapshotOrigin,
  snapshotOrigins
} from "../../site/index.js";
import {SNAPSHOT_MAKERS, type SnapshotMaker, type SnapshotName, sessionSnapshots} from "../../snapshot-makers/index.js";
import {makeInThreads, type SnapshotOrder} from "./make-in-threads.js";
import {siteOrigins} from "./site-origins.js";

/** Snapshots that are being made. */
export interface SnapshotsBegun {
  /** The paths of those that could not be made, once all is done; on standard error it was said why. */
  failed: Promise<string[]>;
  /**
   * Where one of them is, as soon as it is made; it is made next.
   * @param loader the path of its loader
   * @returns null if it is not among them, or could not be made, or if its loader or what that imports has been edited since
   */
  soon(loader: string, parameters: Readonly<Record<string, string>>): Promise<string | null>;
  /** How many are made, and of how many: the same when all is done, also where some could not be made. */
  progress(): {done: number; of: number};
}

/** How snapshots are made. */
export interface SnapshotsOptions {
  /** Whether others are made after one could not be, as a preview wants; false by default. */
  goesOn?: boolean;
  /** Is told how many are done, and how many have been begun. */
  onProgress?: (done: number, of: number) => void;
}

/** Notes are written together, as all are in one file: at most so often (ms). */
const BETWEEN_NOTES = 500;

/** What a loader is built on: it imports this, and does nothing when a thread imports it. */
const LOADER_MODULE = "lib/project/loader.ts";

interface Order extends SnapshotOrder {
  /** Such as "/data/7/units.arrow". */
  path: string;
  made: Promise<boolean>;
  settle(isMade: boolean): void;
}

/**
 * Begins to make snapshots: in the order of the registry, in threads of this process; what has a loader of another kind, after them in a
 * process of its own. Each is put in the cache, and noted as fresh, when it is made.
 *
 * @param paths such as "/data/7/units.arrow"; those that no loader makes are passed over
 */
export async function beginSnapshots(
  config: Config,
  paths: readonly string[],
  {goesOn = false, onProgress = () => {}}: SnapshotsOptions = {}
): Promise<SnapshotsBegun> {
  const origins = siteOrigins();
  const isBuiltOn = realpathSync(LOADER_MODULE);
  const known = new Map<string, SnapshotOrigin>();
  const started = new Date();
  const [orders, others]: [Order[], string[]] = [[], []];
  if (paths.length > 0) {
    const originOf = await snapshotOrigins(origins);
    for (const path of inOrder(paths)) {
      const loader = config.loaders.find(path);
      if (!loader) continue;
      const parameters = loader.params ?? {};
      const origin = await originOf(path.slice(1));
      if (origin) known.set(path, origin);
      if (!origin?.sources.includes(isBuiltOn)) others.push(path);
      else orders.push({path, ...ordered(join(config.root, origin.loader), parameters, path)});
    }
  }
  const all = [...orders];
  let of = orders.length + others.length;
  const failed: string[] = [];
  let done = 0;
  const made: string[] = [];
  const note = () => {
    const keys = new Map<string, string>();
    for (const path of made.splice(0)) {
      const origin = known.get(path);
      // What was made while a source was edited is of one or the other text: it is not noted, and made again the next time.
      if (origin && !isEditedSince(origin, started)) keys.set(path.slice(1), origin.key);
    }
    if (keys.size > 0) noteSnapshots(origins.root, keys);
  };
  let lastNote = Date.now();
  const isMade = (path: string) => {
    made.push(path);
    if (Date.now() - lastNote > BETWEEN_NOTES) {
      note();
      lastNote = Date.now();
    }
    onProgress(++done, of);
  };
  const make = async () => {
    await makeInThreads(
      orders,
      (order, answer) => {
        if ("bytes" in answer) {
          keepSnapshot(origins.root, order.path.slice(1), answer.bytes, started);
          isMade(order.path);
          order.settle(true);
          return;
        }
        if ("failure" in answer) {
          process.stderr.write(`\n${answer.failure}\n`);
          failed.push(order.path);
        } else others.push(order.path);
        order.settle(false);
      },
      goesOn
    );
    for (const order of orders) order.settle(false);
    if (failed.length === 0 || goesOn) failed.push(...(await makeSnapshots(config, others, isMade, goesOn)));
    return failed;
  };
  const end = () => {
    note();
    for (const order of all) order.settle(false); // who waits for one that will not come makes it
    of = done;
  };
  return {
    failed: make().finally(end),
    async soon(loader, parameters) {
      const isWanted = (order: Order) =>
        realpathSync(order.loader) === realpathSync(loader) &&
        Object.entries(parameters).every(([name, value]) => order.parameters[name] === value);
      const order = all.find(isWanted);
      const isEdited = statSync(loader).mtimeMs > started.getTime(); // a preview dates it when it finds an edit
      if (!order || isEdited) return null;
      const index = orders.indexOf(order);
      if (index > 0) orders.unshift(...orders.splice(index, 1));
      return (await order.made) ? cachedSnapshot(origins.root, order.path.slice(1)) : null;
    },
    progress: () => ({done, of})
  };
}

/** What the home page shows of the first session; src/first-session.ts attaches it. */
const HOME_PAGE: readonly SnapshotName[] = [
  "units",
  "channels",
  "probes",
  "stimulusPresentations",
  "stimulusConditions",
  "activity"
];

/** The paths of all snapshots that a site has of some sessions. */
export function snapshotPaths(sessionIds: readonly number[]): string[] {
  const snapshots = sessionSnapshots();
  return [
    ...snapshots.filter(({name}) => HOME_PAGE.includes(name)).map(({path}) => `/data/first/${path}.arrow`),
    ...sessionIds.flatMap((id) => snapshots.map(({path}) => `/data/${id}/${path}.arrow`))
  ];
}

const registered = new Map(sessionSnapshots().map(({path, name}, rank) => [path, {name, rank}]));

/** What the registry has at a path. */
function entryAt(path: string) {
  return registered.get(path.replace(/^\/data\/[^/]+\//, "").replace(/\.arrow$/, ""));
}

/** The home page's, then the first of each session, and so on; what the registry does not have is small, and first. */
function inOrder(paths: readonly string[]): string[] {
  const rankOf = (path: string) => (path.startsWith("/data/first/") ? -1 : (entryAt(path)?.rank ?? -1));
  return [...paths].sort((a, b) => rankOf(a) - rankOf(b));
}

function ordered(loader: string, parameters: Record<string, string>, path: string) {
  const name = entryAt(path)?.name;
  let settle = (_: boolean) => {};
  const made = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const readsSpikes = name !== undefined && (SNAPSHOT_MAKERS[name] as SnapshotMaker).readsSpikes === true;
  return {loader, parameters, readsSpikes, made, settle};
}
