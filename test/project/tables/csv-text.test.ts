// Tables as pandas writes them, so that AllenSDK reads from a shared folder what this library put there.
import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {csvText} from "../../../lib/project/tables/csv-text.js";
import {parseCsv} from "../../../lib/project/tables/parse-csv.js";

describe("a table written as CSV", () => {
  it("has Python's words for truth, nothing for what is missing, and quotes only where they are needed", () => {
    const columns = {id: [1, 2], flag: [true, false], word: ["a, b", 'say "x"'], none: [null, "c"]};
    expect(csvText(columns)).toBe('id,flag,word,none\n1,True,"a, b",\n2,False,"say ""x""",c\n');
  });

  it("has whole numbers as such in a column of them, and as floats in any other", () => {
    const columns = {ids: [1, 2], rates: [1, 2.5], gaps: [215, null]};
    expect(csvText(columns)).toBe("ids,rates,gaps\n1,1.0,215.0\n2,2.5,\n");
  });

  it.each([
    [0.1, "0.1"],
    [1e-5, "1e-05"],
    [-2.5e-7, "-2.5e-07"],
    [1e16, "1e+16"],
    [1.5e300, "1.5e+300"],
    [123456789012345.6, "123456789012345.6"],
    [-0, "-0.0"],
    [Infinity, "inf"]
  ])("spells %d as Python does", (number, text) => {
    expect(csvText({x: [number, 0.5]})).toBe(`x\n${text}\n0.5\n`);
  });

  it("keeps the sign of zero, which only a float has", () => {
    expect(csvText({x: [-0, 1]})).toBe("x\n-0.0\n1.0\n");
  });

  it("is, read again, the same table", () => {
    const text = fc.constantFrom("VISp", "wt/wt", "a, b", '"quoted"', "two\nlines", "x,,y", "é");
    fc.assert(
      fc.property(
        fc.array(fc.record({n: fc.double(), flag: fc.boolean(), word: fc.option(text)}), {minLength: 1}),
        (rows) => {
          const columns = {
            id: rows.map((_, row) => row),
            n: Float64Array.from(rows, ({n}) => n),
            flag: rows.map(({flag}) => flag),
            word: rows.map(({word}) => word)
          };
          const again = parseCsv(csvText(columns), "table.csv", ["word"]);
          expect(Array.from(again.n)).toEqual(Array.from(columns.n));
          expect(again.flag).toEqual(columns.flag);
          expect(again.word).toEqual(columns.word);
        }
      )
    );
  });

  it.each(["sessions", "probes", "channels", "units"])("is what pandas wrote, byte for byte (%s)", (name) => {
    const text = readFileSync(`test/fixtures/mini/ecephys-cache/${name}.csv`, "utf8");
    const written = csvText(parseCsv(text, name));
    // A number without a fraction may be either to pandas; which, its text alone says.
    const loose = (csv: string) => csv.replace(/(?<=[,\n]-?\d+)\.0(?=[,\n])/g, "");
    expect(loose(written)).toBe(loose(text));
  });
});
