import {createHash} from "node:crypto";
import fc from "fast-check";
import {afterEach, describe, expect, it, vi} from "vitest";
import {plainSha256} from "../../lib/snapshot/plain-sha-256.js";
import {sha256} from "../../lib/snapshot/sha-256.js";

const ofNode = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const plain = (bytes: Uint8Array) => Buffer.from(plainSha256(bytes)).toString("hex");

describe("SHA-256 in plain code", () => {
  it("is that of FIPS 180-4 for its example", () => {
    const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(plain(new TextEncoder().encode("abc"))).toBe(digest);
  });

  it("is Node's for every length up to three blocks, whatever the bytes", () => {
    for (let length = 0; length <= 192; length++) {
      const bytes = Uint8Array.from({length}, (_, i) => (i * 151 + length) & 255);
      expect(plain(bytes), `${length} bytes`).toBe(ofNode(bytes));
    }
  });

  it("is Node's for any bytes, also for a part of a buffer", () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 2000}), fc.nat(20), (bytes, start) => {
        expect(plain(bytes.subarray(start))).toBe(ofNode(bytes.subarray(start)));
      })
    );
  });
});

describe("SHA-256", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ["the platform gives", undefined],
    ["is computed where the platform gives none, as in a page that does not come by HTTPS", {}]
  ])("%s", async (_, crypto) => {
    if (crypto) vi.stubGlobal("crypto", crypto);
    const bytes = Uint8Array.of(1, 2, 3);
    expect(await sha256(bytes)).toBe(ofNode(bytes));
  });
});
