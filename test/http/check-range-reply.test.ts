import {describe, expect, it} from "vitest";
import {checkRangeReply, type WantedRange} from "../../lib/http/check-range-reply.js";
import type {ReplyHead} from "../../lib/http/reply-head.js";

const DATE = "Sun, 22 Nov 2026 10:00:00 GMT";
const wanted: WantedRange = {url: "http://127.0.0.1/a.nwb", start: 100, end: 110, total: 1000, version: '"a"'};
const unknown: WantedRange = {...wanted, total: null, version: null};
const headers = {"content-range": "bytes 100-109/1000", "content-length": "10", etag: '"a"'};

const check = (reply: Partial<ReplyHead>, asked = wanted, options = {}) =>
  checkRangeReply(asked, {status: 206, headers, ...reply}, options);
const withHeaders = (changes: ReplyHead["headers"], asked = wanted) =>
  check({headers: {...headers, ...changes}}, asked);
const ofStatus = (status: number, more: ReplyHead["headers"] = {}, asked = wanted) =>
  check({status, headers: more}, asked);

/** The error of a reply: its tag, and how often it is worth asking again. */
const error = (tag: string, worthRetries: number, details: object = {}) =>
  expect.objectContaining({name: "RequestError", file: wanted.url, tag, worthRetries, ...details});
const [NEVER, A_FEW_TIMES, ALWAYS] = [0, 6, Number.POSITIVE_INFINITY];

describe("a part of a file", () => {
  it("is taken when it is the one that was asked for, of the file that is known", () => {
    expect(check({})).toEqual({start: 100, end: 110, total: 1000, version: '"a"', whole: false});
  });

  it("may end earlier, as the file does or the server likes", () => {
    expect(withHeaders({"content-range": "bytes 100-103/1000", "content-length": "4"})).toMatchObject({end: 104});
    const end = {"content-range": "bytes 100-104/105", "content-length": "5"};
    expect(withHeaders(end, unknown)).toMatchObject({end: 105, total: 105});
  });

  it("may be of a file whose length the server does not say, and have no length of its own", () => {
    const reply = withHeaders({"content-range": "bytes 100-109/*", "content-length": undefined});
    expect(reply).toMatchObject({end: 110, total: null});
  });

  it.each([
    ["begins earlier", "bytes 99-108/1000"],
    ["begins later", "bytes 101-109/1000"],
    ["ends later", "bytes 100-110/1000"],
    ["ends before it begins", "bytes 100-99/1000"],
    ["ends past the file's end", "bytes 100-109/109"],
    ["is in other units", "rows 100-109/1000"],
    ["does not say where it is", undefined]
  ])("that %s is asked for a few times more", (_, range) => {
    expect(() => withHeaders({"content-range": range}, unknown)).toThrow(error("wrong-range", A_FEW_TIMES));
  });

  it("of another length than its range is asked for again", () => {
    expect(() => withHeaders({"content-length": "9"})).toThrow(error("wrong-length", ALWAYS));
  });

  it("that is compressed is asked for a few times more", () => {
    expect(() => withHeaders({"content-encoding": "gzip"})).toThrow(error("wrong-content", A_FEW_TIMES));
    expect(withHeaders({"content-encoding": "identity"})).toMatchObject({end: 110});
  });

  it("is not taken for the whole file", () => {
    expect(() => check({}, {...unknown, start: 0, end: null})).toThrow(error("wrong-range", A_FEW_TIMES));
  });
});

describe("the version of a file", () => {
  it("is its strong ETag, or else its date", () => {
    expect(withHeaders({"last-modified": DATE}, unknown)).toMatchObject({version: '"a"'});
    expect(withHeaders({etag: undefined, "last-modified": DATE}, unknown)).toMatchObject({version: DATE});
    expect(withHeaders({etag: 'W/"a"', "last-modified": DATE}, unknown)).toMatchObject({version: DATE});
    expect(withHeaders({etag: 'W/"a"'}, unknown)).toMatchObject({version: null});
  });

  it.each([
    ["another ETag", {etag: '"b"'}],
    ["a weak ETag in place of a strong one", {etag: 'W/"a"'}],
    ["a date in place of an ETag", {etag: undefined, "last-modified": DATE}],
    ["another size", {"content-range": "bytes 100-109/1001"}]
  ])("is another with %s", (_, changes) => {
    expect(() => withHeaders(changes)).toThrow(error("changed", NEVER));
  });

  it("is another with status 412", () => {
    expect(() => ofStatus(412)).toThrow(error("changed", NEVER));
  });

  it("that a reply does not tell may be told by the next", () => {
    expect(() => withHeaders({etag: undefined})).toThrow(error("no-version", A_FEW_TIMES));
  });
});

describe("the whole file", () => {
  const whole = {status: 200, headers: {"content-length": "1000", etag: '"a"', "content-type": "text/html"}};

  it("is taken when it was asked for, or will do", () => {
    const taken = {start: 0, end: 1000, total: 1000, version: '"a"', whole: true};
    expect(check(whole, {...wanted, start: 0, end: null})).toEqual(taken);
    expect(check(whole, {...wanted, start: 0}, {wholeWillDo: true})).toEqual(taken);
    const endless = {status: 200, headers: {}};
    expect(check(endless, {...unknown, start: 0, end: null})).toMatchObject({end: null, total: null});
  });

  it("in place of a part is not taken, nor from the middle on, and what it seems to be is said", () => {
    const refused = error("ignores-ranges", A_FEW_TIMES, {found: expect.stringContaining("html")});
    expect(() => check(whole)).toThrow(refused);
    expect(() => check(whole, wanted, {wholeWillDo: true})).toThrow(refused);
  });

  it("of another length is another file", () => {
    expect(() => check(whole, {...wanted, start: 0, end: null, total: 999})).toThrow(error("changed", NEVER));
  });
});

describe("a reply that is neither", () => {
  it.each([
    [401, "refused"],
    [403, "refused"],
    [404, "not-there"],
    [410, "not-there"],
    [204, "wrong-status"],
    [400, "wrong-status"],
    [418, "wrong-status"],
    [501, "wrong-status"],
    [505, "wrong-status"]
  ])("of status %i will be the same the next time: %s", (status, tag) => {
    expect(() => ofStatus(status)).toThrow(error(tag, NEVER));
  });

  it.each([408, 425, 429, 500, 502, 503, 504, 520])("of status %i may be another the next time", (status) => {
    expect(() => ofStatus(status)).toThrow(error("busy", ALWAYS, {retryAfter: undefined}));
    expect(() => ofStatus(status, {"retry-after": "7"})).toThrow(error("busy", ALWAYS, {retryAfter: 7000}));
  });

  it("that there is nothing from here on tells a shorter file, an empty one and a confused server apart", () => {
    const end = (size: number) => ({"content-range": `bytes */${size}`});
    expect(() => ofStatus(416, end(50))).toThrow(error("changed", NEVER));
    expect(() => ofStatus(416, end(1000))).toThrow(error("wrong-range", A_FEW_TIMES));
    expect(() => ofStatus(416)).toThrow(error("wrong-range", A_FEW_TIMES));
    const empty = error("wrong-content", NEVER, {found: "an empty file"});
    expect(() => ofStatus(416, end(0), {...unknown, start: 0})).toThrow(empty);
  });
});
