import {randomBytes} from "node:crypto";
import {expect, test, vi} from "vitest";
import {type RangeBody, requestRange} from "../../../lib/project/http/request-range.js";
import {served} from "../download/served.js";

const bytes = randomBytes(200_000);
const whole = {start: 0, end: null};

test("what the taker of a body throws is what its reader hears, no more bytes come, and the connection ends", async () => {
  const {server} = await served();
  const closed = new Promise((resolve) => {
    server.route((_url, _response, {socket}) => {
      socket.on("close", resolve);
      return false;
    });
  });
  [server.pieceSize, server.pause] = [10_000, 5];
  const {read} = await requestRange({url: server.put("/a", bytes), ...whole});
  const full = new Error("the disk is full");
  let calls = 0;
  const reading = read(() => {
    calls++;
    throw full;
  });
  await expect(reading).rejects.toBe(full);
  await closed;
  expect(calls).toBe(1);
  expect(server.sent).toBeLessThan(bytes.length);
});

test("whoever takes a body may end the request with any of its bytes, also the last", async () => {
  const {server} = await served();
  const url = server.put("/a", bytes);
  for (const stop of [1, bytes.length]) {
    const controller = new AbortController();
    const {read} = await requestRange({url, ...whole}, {signal: controller.signal});
    let length = 0;
    const reading = read((chunk) => {
      length += chunk.length;
      if (length >= stop) controller.abort(new Error("enough"));
    });
    if (stop === 1) await expect(reading).rejects.toThrow("enough");
    else await reading.catch((error) => expect(error.message).toBe("enough"));
  }
  const {read} = await requestRange({url, ...whole}); // what the last one has left harms nobody
  let length = 0;
  await read((chunk) => {
    length += chunk.length;
  });
  expect(length).toBe(bytes.length);
});

test.each([
  ["read", (body: RangeBody) => body.read(() => {})],
  ["let go", async (body: RangeBody) => body.cancel()]
])("no timer is left of a body that was %s", async (_how, finish) => {
  const {server} = await served();
  const [set, cleared] = [vi.spyOn(globalThis, "setInterval"), vi.spyOn(globalThis, "clearInterval")];
  const body = await requestRange({url: server.put("/a", bytes), ...whole}, {stallLimit: 44_444});
  const watch = set.mock.results[set.mock.calls.findIndex(([, ms]) => ms === 11_111)].value;
  expect(cleared).not.toHaveBeenCalledWith(watch);
  await finish(body);
  expect(cleared).toHaveBeenCalledWith(watch);
  vi.restoreAllMocks();
});

test("while this process was held up, no reply has stalled", async () => {
  const {server} = await served();
  [server.pieceSize, server.pause] = [50_000, 5];
  const url = server.put("/a", bytes);
  const [slow, beside] = await Promise.all([
    requestRange({url, ...whole}, {stallLimit: 100}),
    requestRange({url, ...whole}, {stallLimit: 100})
  ]);
  const lengths = [0, 0];
  await Promise.all([
    slow.read((chunk) => {
      lengths[0] += chunk.length;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }),
    beside.read((chunk) => {
      lengths[1] += chunk.length;
    })
  ]);
  expect(lengths).toEqual([bytes.length, bytes.length]);
});

test("a body that comes slowly, but steadily, may take longer than the stall limit", async () => {
  const {server} = await served();
  [server.pieceSize, server.pause] = [10_000, 20];
  const {read} = await requestRange({url: server.put("/a", bytes), ...whole}, {stallLimit: 100});
  let length = 0;
  await read((chunk) => {
    length += chunk.length;
  });
  expect(length).toBe(bytes.length);
});

test.each([
  ["fewer", -1],
  ["more", 1]
])("a body whose head has no length, of %s bytes than the file has, is an error", async (_found, by) => {
  const {server} = await served();
  server.route((_url, response) => {
    response.writeHead(200);
    response.write(bytes.subarray(0, 1000));
    response.end(bytes.subarray(1000, 50_000 + by));
    return true;
  });
  const {read} = await requestRange({url: `${server.address}/a`, ...whole, total: 50_000});
  let length = 0;
  const reading = read((chunk) => {
    length += chunk.length;
  });
  await expect(reading).rejects.toMatchObject({tag: "wrong-length"});
  expect(length).toBeLessThanOrEqual(50_000);
});
