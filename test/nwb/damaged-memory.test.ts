// What a damaged file must not do to the process that opens it: keep it for ever, keep its memory, keep other files from opening.
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import * as h5wasm from "h5wasm";
import {afterEach, describe, expect, it} from "vitest";
import {type ByteSource, EcephysSession, Hdf5File, provideHdf5, TaggedError} from "../../lib/index.js";
import {type Hdf5Library, hdf5Library, stopAfterTrap} from "../../lib/nwb/hdf5-module.js";
import {memorySource} from "../../lib/nwb/memory-source.js";
import {readAll} from "../session/read-all.js";
import {temporaryDirectory, writeHdf5} from "./write-hdf5.js";

const FOLDER = "test/fixtures/mini/ecephys-cache/session_810000000";
const LFP = `${FOLDER}/probe_810000213_lfp.nwb`;
const PROBE = 810000213;
const bytes = new Uint8Array(readFileSync(`${FOLDER}/session_810000000.nwb`));

function changed(change: (copy: Uint8Array, view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy, new DataView(copy.buffer));
  return copy;
}

describe("zeros over a global heap, as in a download with a page that was never written", () => {
  it.each([
    [409_088, 512],
    [1_329_330, 60]
  ])("at %i, %i bytes, are an error and not a loop without an end", async (start, length) => {
    const answers = await readAll(
      changed((copy) => copy.fill(0, start, start + length)),
      LFP,
      PROBE
    );
    const errors = Object.values(answers).filter((answer) => answer instanceof TaggedError);
    expect(errors[0]).toMatchObject({tag: "damaged", path: expect.stringMatching(/global heap at \d+/)});
  });

  it("in each heap of a file end in an error, or change nothing that is asked for", async () => {
    const original = await readAll(bytes, LFP, PROBE);
    const heaps = globalHeaps(bytes);
    expect(heaps.length).toBeGreaterThan(20);
    let refused = 0;
    for (const heap of heaps) {
      const answers = await readAll(
        changed((copy) => copy.fill(0, heap + 16, heap + 528)),
        LFP,
        PROBE
      );
      const kept = Object.keys(answers).filter((name) => !(answers[name] instanceof TaggedError));
      if (kept.length < Object.keys(original).length) ++refused;
      expect(kept.filter((name) => answers[name] !== original[name])).toEqual([]);
    }
    expect(refused).toBeGreaterThan(10);
  }, 120_000);
});

describe("a length that the file does not have", () => {
  it.each([0n, 177n, 4096n, 2n ** 31n, 2n ** 63n])(
    "of a driver's information, at %i, is an error before memory is taken",
    async (address) => {
      const file = changed((_, view) => view.setBigUint64(48, address, true));
      await expect(EcephysSession.fromNwb(file)).rejects.toMatchObject({
        tag: "damaged",
        found: expect.stringMatching(/driver/)
      });
    }
  );
});

describe("a file that could not be opened", () => {
  // An object's address past the end; no root; an end that is not the file's.
  const DAMAGED = [
    [79_435, 2],
    [96, 0xff],
    [40, 0x0f]
  ] as const;

  it.each(DAMAGED)("with byte %i altered is let go: what is written in its place opens", async (offset, bits) => {
    const path = join(temporaryDirectory(), `replaced-${offset}.nwb`);
    writeFileSync(
      path,
      changed((copy) => (copy[offset] ^= bits))
    );
    await expect(EcephysSession.fromNwb(path)).rejects.toMatchObject({tag: "damaged"});
    writeFileSync(path, bytes);
    const session = await EcephysSession.fromNwb(path);
    expect((await session.units()).numRows()).toBeGreaterThan(0);
    session.close();
  });

  it("leaves no descriptor open", async () => {
    const path = join(temporaryDirectory(), "descriptors.nwb");
    const open = () => readdirSync("/dev/fd").length;
    const before = open();
    for (const [offset, bits] of [...DAMAGED, [0, 0xff] as const]) {
      writeFileSync(
        path,
        changed((copy) => (copy[offset] ^= bits))
      );
      for (let i = 0; i < 20; ++i) await expect(EcephysSession.fromNwb(path)).rejects.toBeInstanceOf(TaggedError);
    }
    expect(open()).toBe(before);
  });

  it.each([...DAMAGED, [0, 0xff] as const])("with byte %i altered has its source closed", async (offset, bits) => {
    let closed = 0;
    const source: ByteSource = {
      ...memorySource(
        "counted",
        changed((copy) => (copy[offset] ^= bits))
      ),
      close: () => ++closed
    };
    await expect(Hdf5File.open({name: "counted", open: async () => source})).rejects.toBeInstanceOf(TaggedError);
    expect(closed).toBeGreaterThan(0);
  });
});

describe("the module of WebAssembly", () => {
  afterEach(() => provideHdf5(async () => h5wasm));

  /** Each instance is another object; the memory of the first one, if it is said, has so many bytes. */
  function provideInstances(memory?: number): number[] {
    const asked: number[] = [];
    provideHdf5(async (instance) => {
      asked.push(instance);
      await h5wasm.ready;
      const Module = memory && asked.length === 1 ? {...h5wasm.Module, HEAPU8: {length: memory}} : h5wasm.Module;
      return {...h5wasm, Module} as unknown as Hdf5Library;
    });
    return asked;
  }

  it("is another one after a trap; files that were open in it say so, and can be opened again", async () => {
    const asked = provideInstances();
    const path = await writeHdf5({values: Float64Array.of(1, 2)});
    const file = await Hdf5File.open(path);
    stopAfterTrap(await hdf5Library(), new Error("an ordinary error"));
    expect(file.numbers("/values")).toEqual(Float64Array.of(1, 2));
    stopAfterTrap(await hdf5Library(), new WebAssembly.RuntimeError("unreachable"));
    expect(() => file.numbers("/values")).toThrow(/one that broke off .* Open the file again/);
    file.close();
    const again = await Hdf5File.open(path);
    expect(again.numbers("/values")).toEqual(Float64Array.of(1, 2));
    again.close();
    expect(new Set(asked).size).toBe(2);
  });

  it("is another one when it has taken much memory, which it cannot give back", async () => {
    const asked = provideInstances(2 ** 30);
    const [first, second] = [await hdf5Library(), await hdf5Library()];
    expect(first.Module).toBe(h5wasm.Module);
    expect(second).toBe(first);
    expect(asked).toHaveLength(2);
  });
});

/** Where global heaps begin. */
function globalHeaps(file: Uint8Array): number[] {
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const found: number[] = [];
  for (let at = text.indexOf("GCOL"); at >= 0; at = text.indexOf("GCOL", at + 1)) found.push(at);
  return found;
}
