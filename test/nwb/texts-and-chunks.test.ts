// Texts lie in heaps, and chunks are named by a tree: both are led to by addresses, which could lead elsewhere.
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {File, ready} from "h5wasm/node";
import {beforeAll, describe, expect, it} from "vitest";
import {Hdf5File, TaggedError} from "../../lib/index.js";
import {hdf5Regions} from "../fuzz/hdf5-regions.js";
import {type Answers, readAll} from "../session/read-all.js";
import {temporaryDirectory, writeHdf5} from "./write-hdf5.js";

const FOLDER = "test/fixtures/mini/ecephys-cache/session_810000000";
const [SESSION, LFP] = [`${FOLDER}/session_810000000.nwb`, `${FOLDER}/probe_810000213_lfp.nwb`];
const PROBE = 810000213;
const ofLfp = (question: string) => /^(lfp|current)/.test(question);

function altered(path: string, change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(readFileSync(path));
  change(bytes, new DataView(bytes.buffer));
  return bytes;
}

describe("texts", () => {
  const small = (question: string) => !ofLfp(question) && !/spike|Waveforms/.test(question);
  let original: Answers;
  beforeAll(async () => {
    original = await readAll(SESSION, LFP, PROBE, small);
  });

  it("of a row that leads to another row's are an error, in every dataset", async () => {
    const bytes = new Uint8Array(readFileSync(SESSION));
    const references = hdf5Regions(bytes).filter(({what, start, end}) => what === "references" && end - start >= 32);
    expect(references.length).toBeGreaterThan(40);
    let refused = 0;
    for (const {start} of references) {
      const copy = bytes.slice();
      copy.copyWithin(start + 16, start, start + 16);
      const answers = await readAll(copy, LFP, PROBE, small);
      const given = Object.keys(answers).filter((question) => !(answers[question] instanceof TaggedError));
      if (given.length < Object.keys(answers).length) ++refused;
      expect(given.filter((question) => answers[question] !== original[question])).toEqual([]);
    }
    expect(refused).toBeGreaterThan(20);
  }, 300_000);

  it("may be empty, and of any language", async () => {
    const texts = ["", "VISp", "µV", "視覚", ""];
    const file = await Hdf5File.open(await writeHdf5({texts}));
    expect(file.strings("/texts")).toEqual(texts);
    expect(file.strings("/texts")).toEqual(texts);
    file.close();
  });
});

describe("chunks", () => {
  /** Of two dimensions: size, filter mask, three offsets, address. */
  const [ENTRY, ADDRESS] = [40, 32];

  /** Where the tree begins of the chunks of the LFP, which has two dimensions. */
  const treeOf = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer);
    const trees = hdf5Regions(bytes).filter(({what}) => what === "a tree of chunks");
    const entries = (start: number) => view.getUint16(start + 6, true);
    return trees.find(({start, end}) => end - start === 24 + ENTRY * entries(start) + ADDRESS && entries(start) > 1)!
      .start;
  };

  it.each<[string, (view: DataView, tree: number) => void, RegExp]>([
    [
      "that are missing",
      (view, tree) => view.setUint16(tree + 6, view.getUint16(tree + 6, true) - 1, true),
      /expected \d+ chunks, found \d+/
    ],
    ["without their filter", (view, tree) => view.setUint32(tree + 24 + 4, 1, true), /expected chunks of \d+ bytes/],
    ["without a filter that there is not", (view, tree) => view.setUint32(tree + 24 + 4, 4, true), /filters/],
    [
      "in the place of others",
      (view, tree) => view.setBigUint64(tree + 24 + 16, view.getBigUint64(tree + 24 + ENTRY + 16, true), true),
      /each stand once/
    ],
    ["between their places", (view, tree) => view.setBigUint64(tree + 24 + 8, 1n, true), /side by side/],
    [
      "that share their bytes",
      (view, tree) =>
        view.setBigUint64(tree + 24 + ADDRESS, view.getBigUint64(tree + 24 + ENTRY + ADDRESS, true), true),
      /of their own/
    ],
    ["past the end", (view, tree) => view.setBigUint64(tree + 24 + ADDRESS, 2n ** 40n, true), /of their own/],
    ["in a node of another level", (view, tree) => view.setUint8(tree + 5, 1), /tree of chunks/]
  ])("%s are an error", async (_, change, message) => {
    const bytes = altered(LFP, (copy, view) => change(view, treeOf(copy)));
    const answers = await readAll(SESSION, bytes, PROBE, (question) => question === "lfp");
    expect(answers.lfp).toMatchObject({tag: "damaged", message: expect.stringMatching(message)});
  });

  it("that no filter could make smaller are read, as is a dataset whose last chunks are not full", async () => {
    await ready;
    const path = join(temporaryDirectory(), "incompressible.h5");
    const file = new File(path, "w", {libver: ["earliest", "latest"]});
    const data = Float64Array.from({length: 23}, (_, i) => Math.sin(i + 1) * 10 ** (i % 7));
    file.create_dataset({name: "gzip", data, chunks: [4], compression: "gzip"} as never);
    file.create_dataset({name: "plain", data, chunks: [4]});
    file.close();
    const opened = await Hdf5File.open(path);
    expect(opened.numbers("/gzip")).toEqual(data);
    expect(opened.numbers("/plain")).toEqual(data);
    opened.close();
  });
});
