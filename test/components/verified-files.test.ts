import {afterAll, beforeAll, expect, test, vi} from "vitest";

const digest = `3fe35c4a${"0".repeat(56)}`;
let page: typeof import("../../src/components/verified-files.js");

beforeAll(async () => {
  vi.stubGlobal("document", {querySelector: () => ({textContent: JSON.stringify([digest])})});
  page = await import("../../src/components/verified-files.js");
});
afterAll(() => void vi.unstubAllGlobals());

const attachment = (path: string) => ({
  href: `https://host/site/_file/data/${path}`,
  arrayBuffer: async () => new ArrayBuffer(1)
});

test("attachments keep their order and names, and each is told its name, its digest and its session", () => {
  const files = {
    units: attachment("7/units.3fe35c4a.arrow"),
    lfp: {probeA: [attachment("7/lfp/probeA/0.3fe35c4a.arrow")]}
  };
  const {units, lfp} = page.verifiedFiles(files, 7);
  expect(units).toMatchObject({name: "7/units.arrow", digest, sessionId: 7});
  expect(lfp.probeA[0]).toMatchObject({name: "7/lfp/probeA/0.arrow", digest, sessionId: 7});
});

test("a built file of which the page has no digest is never the right one", () => {
  expect(page.verifiedFiles(attachment("7/probes.0badc0de.arrow")).digest).toBe("0badc0de");
});

test("a file of a preview has no digest: it may change", () => {
  expect(page.verifiedFiles(attachment("7/channels.arrow?sha=1")).digest).toBeUndefined();
});

test("whether a file was lost is known until it comes", async () => {
  const arrayBuffer = vi.fn(async () => new ArrayBuffer(1)).mockRejectedValueOnce(new TypeError("Failed to fetch"));
  const file = page.verifiedFiles({...attachment("7/spikes/flashes.3fe35c4a.arrow"), arrayBuffer});
  await expect(file.arrayBuffer()).rejects.toThrow("Failed to fetch");
  expect(page.pageFiles.get("7/spikes/flashes.arrow")?.isLost).toBe(true);
  await file.arrayBuffer();
  expect(page.pageFiles.get("7/spikes/flashes.arrow")?.isLost).toBe(false);
});
