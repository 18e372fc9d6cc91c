import {describe, expect, it} from "vitest";
import {checkAnswer} from "../../../lib/nwb/remote/check-answer.js";
import {mergeExtents} from "../../../lib/nwb/remote/merge-extents.js";
import type {RangeAnswer} from "../../../lib/nwb/remote/range-transport.js";
import {retryAfter, retryDelay} from "../../../lib/nwb/remote/retry-delay.js";

const request = {url: "http://127.0.0.1/a.nwb", start: 100, end: 110};
const opened = {validator: '"a"', size: 1000};
const good: RangeAnswer = {
  status: 206,
  headers: {"content-range": "bytes 100-109/1000", etag: '"a"'},
  url: request.url,
  body: new Uint8Array(10)
};
const verdict = (answer: Partial<RangeAnswer>, state: typeof opened | null = opened) =>
  checkAnswer({...good, ...answer}, request, state);
const withHeaders = (headers: Record<string, string>) => verdict({headers: {...good.headers, ...headers}});

describe("an answer to a request for a range", () => {
  it("is taken when it is that range of the file that was opened", () => {
    expect(verdict({})).toMatchObject({kind: "bytes", bytes: good.body, state: opened, fault: undefined});
  });

  it("binds what follows to its ETag, or without one to its date", () => {
    expect(verdict({}, null)).toMatchObject({kind: "bytes", state: opened});
    const headers = {"content-range": "bytes 100-109/1000", "last-modified": "Sun, 22 Nov 2026 10:00:00 GMT"};
    expect(verdict({headers}, null)).toMatchObject({state: {validator: "Sun, 22 Nov 2026 10:00:00 GMT"}});
  });

  it("without ETag and date cannot be told from one of another file: such a server is not read from", () => {
    const headers = {"content-range": "bytes 100-109/1000"};
    expect(verdict({headers}, null)).toMatchObject({kind: "error", complaint: {tag: "no-ranges"}});
    expect(verdict({headers})).toMatchObject({kind: "again", complaint: {tag: "bad-answer"}});
  });

  it.each([
    ["another ETag", {etag: '"b"'}],
    ["a weak ETag in place of a strong one", {etag: 'W/"a"'}],
    ["another size", {"content-range": "bytes 100-109/1001"}]
  ])("with %s is of another file", (_, headers) => {
    expect(withHeaders(headers)).toMatchObject({kind: "error", complaint: {tag: "changed"}});
  });

  it("of status 412 is of another file", () => {
    expect(verdict({status: 412})).toMatchObject({kind: "error", complaint: {tag: "changed"}});
  });

  it.each([
    ["begins elsewhere", {"content-range": "bytes 99-108/1000"}],
    ["ends later", {"content-range": "bytes 100-110/1000"}],
    ["ends before it begins", {"content-range": "bytes 100-99/1000"}],
    ["does not know the size", {"content-range": "bytes 100-109/*"}],
    ["is in other units", {"content-range": "rows 100-109/1000"}],
    ["is compressed", {"content-encoding": "gzip"}]
  ])("that %s is asked for again", (_, headers) => {
    expect(withHeaders(headers)).toMatchObject({kind: "again", complaint: {tag: "bad-answer"}});
  });

  it("without Content-Range is asked for again", () => {
    expect(verdict({headers: {etag: '"a"'}})).toMatchObject({kind: "again", complaint: {tag: "bad-answer"}});
  });

  it("with more bytes than it says is not taken; with fewer, what is there is", () => {
    expect(verdict({body: new Uint8Array(11)})).toMatchObject({kind: "again", complaint: {tag: "bad-answer"}});
    expect(verdict({body: new Uint8Array(4), fault: "terminated"})).toMatchObject({kind: "bytes", fault: "terminated"});
    const headers = {...good.headers, "content-range": "bytes 100-103/1000"};
    expect(verdict({headers, body: new Uint8Array(4)})).toMatchObject({kind: "bytes", fault: "only 4 bytes"});
  });

  it("with the whole file in place of a part says that this server is not to be read from", () => {
    const whole = verdict({status: 200, headers: {"content-type": "text/html"}});
    expect(whole).toMatchObject({kind: "error", complaint: {tag: "no-ranges", found: expect.stringContaining("html")}});
  });

  it.each([401, 403, 404, 410])("of status %i is refused, which another address may mend", (status) => {
    expect(verdict({status, headers: {}})).toMatchObject({kind: "refused"});
  });

  it.each([0, 408, 425, 429, 500, 502, 503, 504])("of status %i may be another the next time", (status) => {
    expect(verdict({status, headers: {}})).toMatchObject({kind: "again", complaint: {tag: "unreachable"}});
  });

  it.each([400, 418, 501])("of status %i will not be another the next time", (status) => {
    expect(verdict({status, headers: {}})).toMatchObject({kind: "error", complaint: {tag: "unreachable"}});
  });

  it("that there is nothing from here on tells a shorter file, an empty one and a confused server apart", () => {
    const end = (size: string) => ({status: 416, headers: {"content-range": `bytes */${size}`}});
    expect(verdict(end("50"))).toMatchObject({kind: "error", complaint: {tag: "changed"}});
    expect(verdict(end("1000"))).toMatchObject({kind: "again", complaint: {tag: "bad-answer"}});
    expect(verdict(end("0"), null)).toMatchObject({kind: "error", complaint: {tag: "not-hdf5"}});
  });
});

describe("before another try", () => {
  it("a server's wish to be left alone counts, in seconds or as a date", () => {
    expect(retryAfter("7")).toBe(7000);
    expect(retryAfter("soon")).toBeUndefined();
    expect(retryAfter(undefined)).toBeUndefined();
    const ofServer = "Sun, 22 Nov 2026 10:00:00 GMT"; // its clock counts, and not ours
    expect(retryAfter("Sun, 22 Nov 2026 10:00:30 GMT", ofServer)).toBe(30_000);
    expect(retryAfter("Sun, 22 Nov 2026 09:00:00 GMT", ofServer)).toBe(0);
    const inAMinute = retryAfter(new Date(Date.now() + 60_000).toUTCString())!;
    expect(inAMinute).toBeGreaterThan(0);
    expect(inAMinute).toBeLessThanOrEqual(60_000);
  });

  it("the wait doubles, varies by chance, and has an end", () => {
    expect(retryDelay(1, 500, 0, 1)).toBe(500);
    expect(retryDelay(3, 500, 0, 1)).toBe(2000);
    expect(retryDelay(3, 500, 0, 0)).toBe(1000);
    expect(retryDelay(30, 500, 0, 1)).toBe(32_000);
    expect(retryDelay(1, 500, 7000, 0)).toBe(7250);
  });
});

describe("extents that are asked for together", () => {
  it("become one request where they overlap, touch or are close, and several where they are long", () => {
    const extents = [
      {start: 50, end: 60},
      {start: 0, end: 10},
      {start: 10, end: 20},
      {start: 55, end: 62},
      {start: 65, end: 70}
    ];
    expect(mergeExtents(extents, 3, 1000)).toEqual([
      {start: 0, end: 20},
      {start: 50, end: 70}
    ]);
    expect(mergeExtents(extents, 0, 8)).toEqual([
      {start: 0, end: 7},
      {start: 7, end: 14},
      {start: 14, end: 20},
      {start: 50, end: 56},
      {start: 56, end: 62},
      {start: 65, end: 70}
    ]);
    expect(mergeExtents([], 0, 8)).toEqual([]);
  });
});
