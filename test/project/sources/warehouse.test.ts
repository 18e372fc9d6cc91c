// The Allen warehouse, imitated on loopback: the same tables and files as from a cache folder, and no wrong ones.
import {existsSync, mkdtempSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {EcephysProjectCache, warehouseSource} from "../../../lib/project/index.js";
import {inferLiterals} from "../../../lib/project/sources/warehouse/python-literals.js";
import {temporaryDirectory} from "../../nwb/write-hdf5.js";
import {goldenSessions} from "../../parity/golden.js";
import {reply, WarehouseServer} from "../servers/warehouse-server.js";

const [mini] = goldenSessions;
const sessionId = 810000000;
let server: WarehouseServer;
beforeAll(async () => {
  server = await WarehouseServer.start(mini.directory);
});
afterAll(() => server.stop());
beforeEach(() => {
  server.fault = () => null;
  server.asked.length = 0;
});

/** A new, empty cache folder that everything comes into from the warehouse. */
const newCache = (pageSize?: number) =>
  EcephysProjectCache.open({
    directory: mkdtempSync(join(temporaryDirectory(), "cache-")),
    sources: [warehouseSource({address: server.address, pageSize, request: {retryDelay: 1, retries: 2}})]
  });

const local = () => EcephysProjectCache.open({directory: mini.directory});

describe("from the warehouse", () => {
  it.each(["sessionTable", "probes", "channels", "units"] as const)(
    "%s are those of the CSV files",
    async (question) => {
      const [actual, expected] = [await (await newCache())[question](), await (await local())[question]()];
      expect(actual.columnNames().sort()).toEqual(expected.columnNames().sort());
      // The warehouse gives its rows by id.
      expect(actual.orderby("id").objects()).toEqual(expected.select(actual.columnNames()).orderby("id").objects());
    }
  );

  it("analysis metrics come with the two columns put right that are swapped there", async () => {
    for (const annotate of [true, false]) {
      const actual = await (await newCache()).unitAnalysisMetricsForSession(sessionId, {annotate});
      const expected = await (await local()).unitAnalysisMetricsForSession(sessionId, {annotate});
      expect(actual.columnNames().sort()).toEqual(expected.columnNames().sort());
      const [a, b] = [actual, expected].map((table) =>
        table.select(expected.columnNames()).orderby("ecephys_unit_id").objects()
      );
      expect(JSON.stringify(a)).toBe(JSON.stringify(b));
    }
    const type = "functional_connectivity";
    const [all, expected] = await Promise.all(
      [await newCache(), await local()].map((cache) => cache.unitAnalysisMetricsBySessionType(type, {annotate: false}))
    );
    expect(all.numRows()).toBe(expected.numRows());
    expect(Array.from(all.array("p_value_rf"))).toEqual(Array.from(expected.array("p_value_rf")));
  });

  it("a table comes in pages, each row once, and is asked for once", async () => {
    const cache = await newCache(7);
    await cache.units();
    const starts = server.asked.filter(({model}) => model === "EcephysUnit").map(({start}) => start);
    expect(starts.length).toBeGreaterThan(3);
    expect(starts).toEqual(starts.map((_, page) => 7 * page));
    const asked = server.asked.length;
    await cache.units();
    await (await EcephysProjectCache.open({directory: cache.directory})).units();
    expect(server.asked.length).toBe(asked);
  });

  it("sessions, LFP and templates come from behind their links", async () => {
    const cache = await newCache();
    const nwb = await cache.file({kind: "session", sessionId});
    expect(readFileSync(nwb).equals(readFileSync(mini.nwb))).toBe(true);
    const lfp = await cache.file({kind: "lfp", sessionId, probeId: 810000213});
    const known = readFileSync(mini.nwb.replace(/session_\d+\.nwb/, "probe_810000213_lfp.nwb"));
    expect(readFileSync(lfp).equals(known)).toBe(true);
    expect((await cache.naturalSceneTemplate(8)).values).toEqual(
      (await (await local()).naturalSceneTemplate(8)).values
    );
    expect((await cache.naturalMovieTemplate(1)).values).toEqual(
      (await (await local()).naturalMovieTemplate(1)).values
    );
  });

  it("what it does not have is not found, and no file is left", async () => {
    const cache = await newCache();
    await expect(cache.file({kind: "session", sessionId: 1})).rejects.toMatchObject({tag: "not-found"});
    await expect(cache.naturalSceneTemplate(1)).rejects.toMatchObject({tag: "not-found"}); // there is an 18
    await expect(cache.unitAnalysisMetricsBySessionType("no such type")).rejects.toMatchObject({tag: "wrong-argument"});
  });

  it("a name that would change the question is refused before it is asked", async () => {
    const source = warehouseSource({address: server.address});
    const sessionType = "x'][id$in1";
    await expect(source.locate({kind: "analysis-metrics", sessionType})).rejects.toMatchObject({tag: "bad-file-name"});
    await expect(source.locate({kind: "session", sessionId: Number.NaN})).rejects.toMatchObject({tag: "bad-file-name"});
    expect(server.asked).toEqual([]);
  });
});

describe("a reply of the warehouse that is", () => {
  const units = (model: string) => model === "EcephysUnit";
  const failing = async (pageSize?: number) => (await newCache(pageSize)).units();

  it.each([
    ["a failure", reply([], 0, "no such column"), /no such column/],
    ["an error page with status 200", "<html><body>maintenance</body></html>", /maintenance/],
    ["cut short", '{"success": true, "msg": [{"id": 1', /expected JSON/],
    ["empty", "", /nothing/],
    ["no list", '{"success": true, "total_rows": 3, "msg": {"id": 1}}', /a list of rows/],
    ["without its number of rows", '{"success": true, "msg": []}', /number of rows/],
    ["a page without rows before the last", reply([], 40), /40 rows in all/],
    ["of more rows than there are", reply([{id: 1}, {id: 2}], 1), /1 rows in all/]
  ])("%s is an error, and nothing is written", async (_, body, message) => {
    server.fault = ({model}) => (units(model) ? {body} : null);
    const cache = await newCache();
    await expect(cache.units()).rejects.toMatchObject({tag: "source-failed", message: expect.stringMatching(message)});
    expect(existsSync(join(cache.directory, "units.csv"))).toBe(false);
    expect(readdirSync(cache.directory).filter((name) => /^units.*part$/.test(name))).toEqual([]);
  });

  it("missing in the middle is an error", async () => {
    server.fault = ({model, start}) => (units(model) && start > 0 ? {status: 404, body: "not found"} : null);
    await expect(failing(10)).rejects.toMatchObject({tag: "source-failed", cause: {tag: "not-there"}});
  });

  it("a server's error for a moment is asked for again; for good, it is an error", async () => {
    let failures = 0;
    server.fault = () => (failures++ === 0 ? {status: 500, body: "<html>oops</html>"} : null);
    expect((await failing()).numRows()).toBeGreaterThan(0);
    server.fault = ({model}) => (units(model) ? {status: 503, body: ""} : null);
    await expect(failing()).rejects.toMatchObject({tag: "source-failed", cause: {tag: "busy"}});
  });

  it("of another number of rows than the page before is read again from the start; and again, it is an error", async () => {
    let changes = 0;
    const changed = reply([{id: 1}], 1000);
    server.fault = ({model, start}) => (units(model) && start > 0 && changes++ === 0 ? {body: changed} : null);
    const table = await failing(10);
    expect(table.numRows()).toBe((await (await local()).units()).numRows());
    server.fault = ({model, start}) => (units(model) && start > 0 ? {body: changed} : null);
    await expect(failing(10)).rejects.toMatchObject({cause: {tag: "bad-reply"}});
  });

  it("of metrics that are no JSON is an error", async () => {
    server.fault = ({model}) =>
      model === "EcephysUnitMetricBundle" ? {body: reply([{id: 1, ecephys_unit_id: 2, data: "{"}], 1)} : null;
    const cache = await newCache();
    await expect(cache.unitAnalysisMetricsForSession(sessionId)).rejects.toMatchObject({cause: {tag: "bad-reply"}});
  });
});

describe("the texts of a column", () => {
  it("become numbers, truth values or texts when every one is a literal of Python's", () => {
    expect(inferLiterals(["1", "2", "3"])).toEqual([1, 2, 3]);
    expect(inferLiterals(["1", "2.4", "-3e-2"])).toEqual([1, 2.4, -0.03]);
    expect(inferLiterals(["True", "None", "'a b'", '"c"'])).toEqual([true, null, "a b", "c"]);
    expect(inferLiterals(["constructor", "toString"])).toEqual(["constructor", "toString"]);
  });

  it.each([[["a", "1", "2"]], [["1", null]], [[1, "2"]], [["007", "1"]], [["nan", "1"]], [["", "1"]]])(
    "stay as they are when one is not: %j",
    (cells) => {
      expect(inferLiterals(cells)).toBe(cells);
    }
  );
});
