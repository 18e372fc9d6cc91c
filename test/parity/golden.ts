// What AllenSDK, pynwb and numpy gave on the fixtures, as recorded in <folder>/golden; each folder's index.json says how.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {openCachedSession} from "../../lib/project/index.js";
import type {EcephysSession, SessionOptions} from "../../lib/session/index.js";

/** A session that AllenSDK was run on. */
export interface GoldenSession {
  name: string;
  golden: string;
  directory: string;
  nwb: string;
}

const MINI = "test/fixtures/mini";
const SHARED = "../shared/fixtures";

/** The folder beside a checkout with more recorded results; tests that need it are skipped where it is not. */
export const hasShared = existsSync(SHARED);

/** The recorded sessions at hand: the one in the project, and those beside it. */
export const goldenSessions: GoldenSession[] = [
  recorded("the small session 810000000", `${MINI}/golden`, `${MINI}/ecephys-cache`, 810000000),
  ...(hasShared
    ? [recorded("session 810000001", `${SHARED}/golden/810000001`, `${SHARED}/ecephys-cache`, 810000001)]
    : [])
];

function recorded(name: string, golden: string, directory: string, id: number): GoldenSession {
  return {name, golden, directory, nwb: join(directory, `session_${id}`, `session_${id}.nwb`)};
}

/** The folder of real files, each cut to ten rows. */
export const real = {
  name: "the real session 760693773, cut to 10 rows",
  golden: `${SHARED}/golden/real_760693773`,
  nwb: `${SHARED}/real/session_760693773_trimmed.nwb`
};

export function openGolden(session: GoldenSession, options?: SessionOptions): Promise<EcephysSession> {
  return openCachedSession(session, {onWarning: () => {}, ...options});
}

// biome-ignore lint/suspicious/noExplicitAny: recorded JSON has no type before it is compared
export type Recorded = any;

export function loadGolden({golden}: {golden: string}, name: string): Recorded {
  const path = join(golden, `${name}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  return JSON.parse(gunzipSync(readFileSync(`${path}.gz`)).toString());
}

/** AllenSDK's keyword arguments as options of a session. */
export function sessionOptions(keywords: Record<string, unknown>): SessionOptions {
  return Object.fromEntries(
    Object.entries(keywords).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
      value
    ])
  );
}
