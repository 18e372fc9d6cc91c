import {describe, expect, it} from "vitest";
import {checkAnswer} from "../../../lib/nwb/remote/check-answer.js";
import type {RangeAnswer} from "../../../lib/nwb/remote/range-transport.js";

const wanted = {url: "http://127.0.0.1/a.nwb", start: 100, end: 110};
const opened = {version: '"a"', size: 1000};
const good: RangeAnswer = {
  status: 206,
  headers: {"content-range": "bytes 100-109/1000", etag: '"a"'},
  url: wanted.url,
  body: new Uint8Array(10)
};
const check = (answer: Partial<RangeAnswer>, state: typeof opened | null = opened) =>
  checkAnswer({...good, ...answer}, {...wanted, version: state?.version, total: state?.size});
/** The error of an answer, of which only a part need be told. */
const error = (details: object) => expect.objectContaining({name: "RequestError", file: wanted.url, ...details});
const FINAL = {worthRetries: 0};

describe("an answer to a request for a range", () => {
  it("is taken when it is that range of the file that was opened", () => {
    expect(check({})).toEqual({bytes: good.body, state: opened, fault: undefined});
  });

  it("binds what follows to its ETag, or without one to its date", () => {
    expect(check({}, null)).toMatchObject({state: opened});
    const headers = {"content-range": "bytes 100-109/1000", "last-modified": "Sun, 22 Nov 2026 10:00:00 GMT"};
    expect(check({headers}, null)).toMatchObject({state: {version: "Sun, 22 Nov 2026 10:00:00 GMT"}});
  });

  it.each([
    ["ETag and date", {}],
    ["date, and with an ETag that does not promise the same bytes", {etag: 'W/"a"'}]
  ])("without %s cannot be told from one of another file: such a server is not read from", (_, version) => {
    const headers = {"content-range": "bytes 100-109/1000", ...version};
    expect(() => check({headers}, null)).toThrow(error({tag: "no-version", ...FINAL}));
  });

  it("that does not know the size is asked for again, but not while the file is being opened", () => {
    const headers = {"content-range": "bytes 100-109/*", etag: '"a"'};
    expect(() => check({headers})).toThrow(error({tag: "no-version", worthRetries: Infinity}));
    expect(() => check({headers}, null)).toThrow(error({tag: "no-version", ...FINAL}));
  });

  it("with more bytes than it says is not taken; with fewer, what is there is", () => {
    expect(() => check({body: new Uint8Array(11)})).toThrow(error({tag: "wrong-length", worthRetries: Infinity}));
    const body = new Uint8Array(4);
    expect(check({body, fault: "terminated"})).toMatchObject({bytes: body, fault: "terminated"});
    const headers = {...good.headers, "content-range": "bytes 100-103/1000"};
    expect(check({headers, body})).toMatchObject({bytes: body, fault: "only 4 bytes"});
  });

  it("that does not come may come the next time", () => {
    const none = {status: 0, headers: {}, fault: "ECONNRESET"};
    expect(() => check(none)).toThrow(error({tag: "unreachable", found: "ECONNRESET", worthRetries: Infinity}));
  });
});
