import {describe, expect, it, test} from "vitest";
import {redirectTarget} from "../../lib/http/redirect-target.js";

const url = "https://archive.org/files/a.nwb";
const asked = "https://blobs.org/1/2?signed";
const target = (status: number, location?: string, before = 0) =>
  redirectTarget(url, asked, {status, headers: {location}}, before)?.href ?? null;

describe("a reply leads on", () => {
  it.each([301, 302, 303, 307, 308])(
    "with status %i, to an address of its own or beside the one that was asked",
    (status) => {
      expect(target(status, "http://another.org/x")).toBe("http://another.org/x");
      expect(target(status, "3")).toBe("https://blobs.org/1/3");
      expect(target(status, "/3")).toBe("https://blobs.org/3");
    }
  );

  it("not with another status, nor without an address", () => {
    expect(target(200, "/3")).toBeNull();
    expect(target(404, "/3")).toBeNull();
    expect(target(302)).toBeNull();
  });
});

test.each(["file:///etc/hostname", "data:,a", "http://["])("nobody follows to %s", (location) => {
  expect(() => target(302, location)).toThrow(expect.objectContaining({tag: "redirects", file: url, worthRetries: 0}));
});

test("nobody follows for ever", () => {
  expect(target(302, "/3", 9)).not.toBeNull();
  expect(() => target(302, "/3", 10)).toThrow(expect.objectContaining({tag: "redirects", file: url}));
});
