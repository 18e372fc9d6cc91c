import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {inCache, snapshotDigests, withSnapshotDigests} from "../../lib/site/snapshot-digests.js";

/** A page as Framework 1.13.4 makes it, as far as it is read. */
const page = `<!DOCTYPE html><html><head><script type="module">
import {define} from "../_observablehq/client.js";
import {registerFile} from "../_observablehq/stdlib.js";
registerFile("../data/7/units.arrow", {"name":"../data/7/units.arrow","path":"../_file/data/7/units.0a.arrow","size":3});
registerFile("../data/7/again.arrow", {"name":"../data/7/again.arrow","path":"../_file/data/7/again.0a.arrow","size":3});
registerFile("../mouse.png", {"name":"../mouse.png","path":"../_file/mouse.0b.png","size":3});
define({id: "1", body: () => registerFile("x", {"path": "../_file/data/7/words.arrow"})});
</script></head><body></body></html>`;

test("a page has the SHA-256 of each snapshot that it registers, once", () => {
  const [one, other] = ["0a".repeat(32), "0c".repeat(32)];
  const digests = new Map([
    ["_file/data/7/units.0a.arrow", one],
    ["_file/data/7/again.0a.arrow", one],
    ["_file/data/8/units.0c.arrow", other]
  ]);
  expect(withSnapshotDigests(page, "7/units.html", digests)).toContain(
    `<script type="application/json" id="snapshot-digests">["${one}"]</script></head>`
  );
});

test("a page that registers none is left as it is", () => {
  expect(withSnapshotDigests("<p>A page", "glossary.html", new Map())).toBe("<p>A page");
});

test("a page that registers what is not there is not built", () => {
  expect(() => withSnapshotDigests(page, "7/units.html", new Map())).toThrow(
    "7/units.html registers _file/data/7/units.0a.arrow, which is not there."
  );
});

test("a file of a site is found in the cache under its name without a digest", () => {
  const digests = new Map([["_file/data/7/spikes/flashes.ab12.arrow", "ab12cd"]]);
  expect([...inCache(digests)]).toEqual([["data/7/spikes/flashes.arrow", "ab12cd"]]);
});

test("the digests of a site are those of its files", () => {
  const site = mkdtempSync(join(tmpdir(), "site-"));
  try {
    mkdirSync(join(site, "_file/data/7/spikes"), {recursive: true});
    writeFileSync(join(site, "_file/data/7/spikes/flashes.ab.arrow"), "spikes");
    const digest = createHash("sha256").update("spikes").digest("hex");
    expect([...snapshotDigests(site)]).toEqual([["_file/data/7/spikes/flashes.ab.arrow", digest]]);
  } finally {
    rmSync(site, {recursive: true});
  }
});
