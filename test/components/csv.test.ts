import {describe, expect, test} from "vitest";
import {csv} from "../../src/components/csv.js";

describe("a table as CSV", () => {
  test("has a line of names, and a line for each row", () => {
    expect(
      csv([
        ["unit_id", [950907205, 950907209]],
        ["snr", [3.25, 4]]
      ]).join("")
    ).toBe("unit_id,snr\r\n950907205,3.25\r\n950907209,4\r\n");
  });

  test("writes numbers in full, also those of typed arrays", () => {
    expect(csv([["time", Float64Array.of(0.1 + 0.2)]]).join("")).toBe("time\r\n0.30000000000000004\r\n");
  });

  test("leaves what is missing empty", () => {
    expect(
      csv([
        ["a", [null, undefined, Number.NaN, 0, ""]],
        ["b", [1, 2, 3, 4, 5]]
      ]).join("")
    ).toBe("a,b\r\n,1\r\n,2\r\n,3\r\n0,4\r\n,5\r\n");
  });

  test("quotes commas, quotes and line breaks, in names too", () => {
    expect(csv([["a,b", ['say "spike"', "two\nlines", "[250.0, 250.0]"]]]).join("")).toBe(
      '"a,b"\r\n"say ""spike"""\r\n"two\nlines"\r\n"[250.0, 250.0]"\r\n'
    );
  });

  test("writes a list as the file has it", () => {
    expect(csv([["size", [[250, 250]]]]).join("")).toBe('size\r\n"[250, 250]"\r\n');
  });

  test("keeps the order of columns, also where a name is a number", () => {
    const table = csv([
      ["stimulus_presentation_id", [7]],
      ["2", ["b"]],
      ["1", ["a"]]
    ]);
    expect(table.join("")).toBe("stimulus_presentation_id,2,1\r\n7,b,a\r\n");
  });

  test.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["@SUM(1)", "'@SUM(1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ['=A1&"b"', '"\'=A1&""b"""']
  ])("makes the text %j harmless, which a spreadsheet would compute, in a name too", (text, field) => {
    expect(csv([[text, [text]]]).join("")).toBe(`${field}\r\n${field}\r\n`);
  });

  test("leaves numbers below zero, and texts that spell one, as they are", () => {
    expect(csv([["a", [-0.5, "-0.5", "-1e3"]]]).join("")).toBe("a\r\n-0.5\r\n-0.5\r\n-1e3\r\n");
  });

  test("of no columns is an empty line, and of no rows the names", () => {
    expect(csv([]).join("")).toBe("\r\n");
    expect(csv([["unit_id", []]]).join("")).toBe("unit_id\r\n");
  });

  test("is cut in pieces, without losing a row", () => {
    const pieces = csv([["row", Uint32Array.from({length: 25_001}, (_, i) => i)]]);
    expect(pieces.length).toBe(4);
    const lines = pieces.join("").trimEnd().split("\r\n");
    expect(lines.length).toBe(25_002);
    expect(lines.at(-1)).toBe("25000");
  });
});
