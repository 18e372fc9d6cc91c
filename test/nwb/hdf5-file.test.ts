import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {Hdf5File, NwbError} from "../../lib/nwb/index.js";
import {Link, References, writeHdf5} from "./write-hdf5.js";

async function open(root: Parameters<typeof writeHdf5>[0]): Promise<Hdf5File> {
  return Hdf5File.open(await writeHdf5(root));
}

const tagOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof NwbError) return error.tag;
    throw error;
  }
  return "no error";
};

describe("numbers", () => {
  it.each([
    ["float64", Float64Array.of(0.1, -2, Number.NaN)],
    ["float32", Float32Array.of(0.5, 3)],
    ["int8", Int8Array.of(-1, 2)],
    ["uint8", Uint8Array.of(255, 0)],
    ["int16", Int16Array.of(-300, 300)],
    ["uint16", Uint16Array.of(65535)],
    ["int32", Int32Array.of(-70000, 70000)],
    ["uint32", Uint32Array.of(4294967295)]
  ])("of type %s keep their type", async (_, values) => {
    const file = await open({values});
    expect(file.numbers("/values")).toEqual(values);
    file.close();
  });

  it("of 64 bits are plain numbers, however large an id is", async () => {
    const file = await open({ids: BigInt64Array.of(951816951n, -1n), large: BigUint64Array.of(2n ** 40n)});
    expect(file.numbers("/ids")).toEqual(Int32Array.of(951816951, -1));
    expect(file.numbers("/large")).toEqual(Float64Array.of(2 ** 40));
    file.close();
  });

  it("of 64 bits beyond 2^53 are an error, not another number", async () => {
    const file = await open({ids: BigInt64Array.of(2n ** 53n + 1n)});
    expect(tagOf(() => file.numbers("/ids"))).toBe("wrong-type");
    file.close();
  });

  it("are the same whether contiguous or in compressed chunks, whole or in part", async () => {
    const data = Float64Array.from({length: 10_000}, (_, i) => Math.sin(i));
    const file = await open({contiguous: data, chunked: {data, chunks: [333]}});
    for (const path of ["/contiguous", "/chunked"]) {
      expect(file.numbers(path)).toEqual(data);
      expect(file.numbers(path, 332, 335)).toEqual(data.slice(332, 335));
      expect(file.numbers(path, 9_999, 20_000)).toEqual(data.slice(9_999));
      expect(file.numbers(path, 5, 5)).toEqual(new Float64Array());
    }
    file.close();
  });

  it("of several dimensions come in C order, rows on demand", async () => {
    const data = Float32Array.from({length: 12}, (_, i) => i);
    const file = await open({matrix: {data, shape: [4, 3]}});
    expect(file.shape("/matrix")).toEqual([4, 3]);
    expect(file.matrix("/matrix", 1, 3)).toEqual(data.slice(3, 9));
    file.close();
  });

  it("of other dimensions than they are asked for are an error that says the type and the shape", async () => {
    const file = await open({matrix: {data: Float32Array.of(1, 2, 3, 4), shape: [2, 2]}, list: Int8Array.of(1, 2)});
    expect(() => file.numbers("/matrix")).toThrow(/expected values in one dimension, found float32 values, 2 × 2/);
    expect(() => file.matrix("/list")).toThrow(/expected values in rows and columns, found int8 values, 2\./);
    file.close();
  });

  it("larger than one piece of reading are put together without a gap", async () => {
    const data = Float64Array.from({length: 2_500_000}, (_, i) => i + 0.25);
    const file = await open({data: {data}});
    expect(Buffer.from(file.numbers("/data").buffer).equals(Buffer.from(data.buffer))).toBe(true);
    file.close();
  });

  it("of an empty dataset are none", async () => {
    const file = await open({none: new Float64Array()});
    expect(file.numbers("/none")).toEqual(new Float64Array());
    file.close();
  });
});

describe("other values", () => {
  it("texts are read as they are, also beyond ASCII, empty and scalar", async () => {
    const file = await open({texts: ["µV", "", "VISp"], text: "one"});
    expect(file.strings("/texts")).toEqual(["µV", "", "VISp"]);
    expect(file.text("/text")).toBe("one");
    file.close();
  });

  it("truth values may be stored as 0 and 1, but nothing else", async () => {
    const file = await open({truths: Float64Array.of(1, 0), doubtful: Uint8Array.of(2)});
    expect(file.booleans("/truths")).toEqual([true, false]);
    expect(tagOf(() => file.booleans("/doubtful"))).toBe("wrong-type");
    file.close();
  });

  it("truth values stored as an enumeration are read from a file by AllenSDK's writer", async () => {
    const file = await Hdf5File.open("test/fixtures/mini/ecephys-cache/session_810000000/session_810000000.nwb");
    const valid = file.booleans("/general/extracellular_ephys/electrodes/valid_data");
    expect(new Set(valid)).toEqual(new Set([true, false]));
    expect(file.attribute("/general/extracellular_ephys/probeA", "has_lfp_data")).toBe(true);
    file.close();
  });

  it("object references are the paths they lead to; null ones lead nowhere", async () => {
    const file = await open({devices: {probeA: {"@x": 1}}, group: new References(["/devices/probeA", null])});
    expect(file.references("/group")).toEqual(["/devices/probeA", null]);
    file.close();
  });

  it("compound rows are columns, their references paths", async () => {
    const file = await Hdf5File.open("test/fixtures/mini/ecephys-cache/session_810000000/session_810000000.nwb");
    const {idx_start, count, timeseries} = file.compound("/intervals/flashes_presentations/timeseries");
    expect(idx_start).toEqual(Int32Array.from({length: 12}, (_, i) => 29 + i));
    expect(new Set(Array.from<unknown>(count))).toEqual(new Set([1]));
    expect(new Set(Array.from<unknown>(timeseries))).toEqual(new Set(["/processing/stimulus/timestamps"]));
    file.close();
  });

  it("attributes keep their kind, and one that is not there is undefined", async () => {
    const file = await open({group: {"@text": "a", "@number": 2.5, "@names": ["a", "b"], "@id": BigInt64Array.of(5n)}});
    expect(file.attribute("/group", "text")).toBe("a");
    expect(file.attribute("/group", "number")).toBe(2.5);
    expect(file.attribute("/group", "names")).toEqual(["a", "b"]);
    expect(file.attribute("/group", "id")).toEqual(Int32Array.of(5));
    expect(file.attribute("/group", "other")).toBeUndefined();
    expect(file.attribute("/nowhere", "other")).toBeUndefined();
    file.close();
  });
});

describe("objects", () => {
  it("are found through soft links; a link that leads nowhere is no object", async () => {
    const file = await open({there: {values: Float64Array.of(1)}, link: new Link("/there"), broken: new Link("/gone")});
    expect(file.numbers("/link/values")).toEqual(Float64Array.of(1));
    expect(file.has("/broken")).toBe(false);
    expect(file.has("/gone/deeper")).toBe(false);
    file.close();
  });

  it("are named in alphabetical order", async () => {
    const file = await open({probeC: {}, probeA: {}, probeB: {}});
    expect(file.keys("/")).toEqual(["probeA", "probeB", "probeC"]);
    file.close();
  });

  it("that are missing or of another kind are errors that name them", async () => {
    const file = await open({group: {}, text: ["a"]});
    expect(tagOf(() => file.numbers("/nowhere"))).toBe("missing");
    expect(tagOf(() => file.numbers("/group"))).toBe("missing");
    expect(tagOf(() => file.numbers("/text"))).toBe("wrong-type");
    expect(tagOf(() => file.strings("/nowhere"))).toBe("missing");
    expect(tagOf(() => file.keys("/text"))).toBe("missing");
    expect(() => file.numbers("/nowhere")).toThrow(/\/nowhere: expected a dataset, found nothing/);
    file.close();
  });
});

describe("a file that is closed", () => {
  it("says so when it is read, and may be closed again", async () => {
    const file = await open({values: Float64Array.of(1)});
    file.close();
    file.close();
    expect(tagOf(() => file.numbers("/values"))).toBe("closed");
  });
});

describe("a source", () => {
  it("may be a path, a file: URL, bytes, a buffer or a File, with the same result", async () => {
    const path = await writeHdf5({values: Float64Array.of(1, 2, 3)});
    const bytes = new Uint8Array(readFileSync(path));
    // A Buffer's slice is a view, unlike that of other typed arrays; and bytes may be a part of others.
    const within = new Uint8Array(bytes.length + 24).subarray(11, 11 + bytes.length);
    within.set(bytes);
    const others = [readFileSync(path), within];
    const sources = [path, new URL(`file://${path}`), bytes, bytes.buffer, new Blob([bytes]), ...others];
    for (const source of sources) {
      const file = await Hdf5File.open(source);
      expect(file.numbers("/values")).toEqual(Float64Array.of(1, 2, 3));
      file.close();
    }
  });

  it("at an address that is neither http's nor a file's is refused with what to do", async () => {
    await expect(Hdf5File.open(new URL("ftp://127.0.0.1/a.nwb"))).rejects.toMatchObject({
      tag: "unsupported-source",
      remedy: expect.stringMatching(/Download/)
    });
  });
});
