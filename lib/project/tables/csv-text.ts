import type {Columns} from "../../array/index.js";
import {rowCount} from "./columns.js";

/** A table as pandas writes it to a CSV file (`to_csv` with its defaults), so that AllenSDK reads the same table. */
export function csvText(columns: Columns): string {
  const names = Object.keys(columns);
  const values = Object.values(columns);
  // pandas keeps whole numbers only in columns without gaps; all others are floats, and look it; −0 is a float's alone.
  const asFloats = values.map((column) => {
    const numbers = Array.from(column).filter((cell) => typeof cell === "number");
    return (
      numbers.some((number) => !Number.isInteger(number) || Object.is(number, -0)) ||
      (numbers.length > 0 && column.includes(null as never))
    );
  });
  const lines = [names.map(quoted).join(",")];
  for (let row = 0; row < rowCount(columns); ++row)
    lines.push(values.map((column, index) => field(column[row], asFloats[index])).join(","));
  return `${lines.join("\n")}\n`;
}

function field(cell: unknown, asFloat: boolean): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return "";
  if (typeof cell === "boolean") return cell ? "True" : "False";
  if (typeof cell === "number") return asFloat ? pythonFloat(cell) : String(cell);
  return quoted(typeof cell === "string" ? cell : JSON.stringify(cell));
}

/** The shortest text that spells a number, as Python's `repr` writes it. */
function pythonFloat(number: number): string {
  if (!Number.isFinite(number)) return number > 0 ? "inf" : "-inf";
  if (Object.is(number, -0)) return "-0.0";
  const size = Math.abs(number);
  if (number === 0 || (size >= 1e-4 && size < 1e16)) return Number.isInteger(number) ? `${number}.0` : String(number);
  const [digits, exponent] = number.toExponential().split("e");
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
