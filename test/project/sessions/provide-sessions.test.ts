// SESSIONS=<ids>: before a build, the tables are fetched, and it is found out where the sessions are.
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it, onTestFinished} from "vitest";
import {recordPath} from "../../../lib/project/download/index.js";
import {EcephysProjectCache, warehouseSource} from "../../../lib/project/index.js";
import {provideSessions} from "../../../lib/project/sessions/provide-sessions.js";
import {readLocations, writeLocations} from "../../../lib/project/sessions/session-locations.js";
import {sessions} from "../../../lib/project/sessions/sessions.js";
import {goldenSessions} from "../../parity/golden.js";
import {serveAsDandi} from "../servers/dandi-server.js";
import {FileServer} from "../servers/file-server.js";
import {sha256} from "../servers/hdf5-like.js";
import {WarehouseServer} from "../servers/warehouse-server.js";

const [mini] = goldenSessions;
const id = 810000000;
const before = {...process.env};
let server: WarehouseServer;
let cache: string;
beforeAll(async () => {
  server = await WarehouseServer.start(mini.directory);
  cache = mkdtempSync(join(tmpdir(), "provide-sessions-"));
  process.env.NEUROPIXELS_CACHE = cache;
  process.env.NEUROPIXELS_SOURCES = `warehouse=${server.address}`;
});
afterAll(() => {
  server.stop();
  process.env = before;
  writeLocations(id, null);
  rmSync(cache, {recursive: true, force: true});
});

it("a session that the cache folder lacks is read where it lies, and so is its LFP", async () => {
  await provideSessions(String(id));
  const [session] = sessions(String(id));
  expect(session.nwb).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/.*session_810000000\.nwb$/);
  expect(session.lfp?.(810000213)).toMatchObject({kind: "url"});
  expect(existsSync(join(cache, "channels.csv"))).toBe(true);
  expect(existsSync(join(cache, `session_${id}`))).toBe(false);
});

it("once it is fetched, its file in the folder is read", async () => {
  const sources = [warehouseSource({address: server.address})];
  const path = await (await EcephysProjectCache.open({directory: cache, sources})).file({
    kind: "session",
    sessionId: id
  });
  await provideSessions(String(id));
  expect(sessions(String(id))[0].nwb).toBe(path);
  expect(readLocations(id)?.session).toEqual({kind: "path", path});
});

it("of a file that someone else put there, the digest that a source publishes is written down with its place", async () => {
  const dandi = await FileServer.start();
  const path = join(cache, `session_${id}`, `session_${id}.nwb`);
  const bytes = readFileSync(path);
  serveAsDandi(dandi, [{dandiset: "000021", path: `sub-1/sub-1_ses-${id}.nwb`, bytes}]);
  const setting = process.env.NEUROPIXELS_SOURCES;
  process.env.NEUROPIXELS_SOURCES = `${setting},dandi=${dandi.address}/api`;
  const record = readFileSync(recordPath(path));
  rmSync(recordPath(path));
  onTestFinished(() => {
    dandi.stop();
    process.env.NEUROPIXELS_SOURCES = setting;
    writeFileSync(recordPath(path), record);
  });
  await provideSessions(String(id));
  expect(readLocations(id)?.session).toEqual({kind: "path", path, sha256: sha256(bytes)});
  expect(sessions(String(id))[0].published).toEqual({sha256: sha256(bytes)});
});

it("a server that fails is an error, not a session without LFP; offline none is asked", async () => {
  process.env.NEUROPIXELS_SOURCES = "warehouse=http://127.0.0.1:9"; // where nobody listens
  onTestFinished(() => {
    process.env.NEUROPIXELS_SOURCES = `warehouse=${server.address}`;
    delete process.env.NEUROPIXELS_OFFLINE;
  });
  await expect(provideSessions(String(id))).rejects.toMatchObject({tag: "source-failed"});
  process.env.NEUROPIXELS_OFFLINE = "yes";
  await provideSessions(String(id));
  expect(readLocations(id)).toMatchObject({session: {kind: "path"}, lfp: {}});
});

it("an id that the project does not have is an error that says how to see which there are", async () => {
  const remedy = expect.stringContaining("npm run sessions -- list");
  await expect(provideSessions(`${id},5`)).rejects.toMatchObject({tag: "session-unknown", found: "5", remedy});
});

it("any other setting asks nobody", async () => {
  const asked = server.asked.length;
  await provideSessions("sample");
  await provideSessions("/a/folder");
  expect(server.asked.length).toBe(asked);
});
