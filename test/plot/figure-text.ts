// A figure as text: what it put into the document, what it painted, what it says when it is read, and its table.
import type {FigureWithData} from "../../lib/plot/frame/figure-data.js";
import {paintedLines} from "./plain-document.js";
import {roundedNumbers} from "./rounded-numbers.js";

/** What the keys lead to that the text tells of. */
const keys = ["ArrowRight", "ArrowRight", "ArrowDown", "End"] as const;

/** A figure as text that can be compared, a line for each element. A browser can open it, too. */
export function figureText(figure: HTMLElement): string {
  const drawn = elementLines(figure);
  const read = [...figure.querySelectorAll<HTMLElement>(".figure-surface")].flatMap(readLines);
  const tables = [figure, ...figure.querySelectorAll<HTMLElement>("*")].filter(hasData).map(tableLines);
  return [
    "<!doctype html>",
    `<link rel="stylesheet" href="../../../src/style.css">`,
    ...drawn,
    ...(read.length ? ["<!-- Read with the keys:", ...read, "-->"] : []),
    ...tables.flatMap((table) => ["<!-- The first rows of its table:", ...table, "-->"]),
    ""
  ].join("\n");
}

function hasData(element: HTMLElement): element is FigureWithData {
  return "figureData" in element;
}

/** The names of the columns that a figure saves, and its first rows. */
function tableLines(figure: FigureWithData): string[] {
  const columns = Object.entries(figure.figureData());
  const rows = Math.min(4, columns[0]?.[1].length ?? 0);
  const cellText = (cell: unknown) => String(typeof cell === "number" ? Number(cell.toPrecision(6)) : cell);
  const line = (cells: unknown[]) => `  ${cells.map(cellText).join(" | ")}`;
  return [
    line(columns.map(([name]) => name)),
    ...Array.from({length: rows}, (_, row) => line(columns.map(([, values]) => values[row])))
  ];
}

/** What stands in the line under a figure, and where its mark is, after each key. */
function readLines(surface: HTMLElement): string[] {
  const readout = surface.parentElement?.querySelector(":scope > output");
  const mark = surface.querySelector<HTMLElement>(".reading");
  if (!readout || !mark) return [];
  const press = (key: string) => surface.dispatchEvent(Object.assign(new Event("keydown"), {key}));
  const lines = keys.map((key) => {
    press(key);
    return `  ${key}: ${readout.textContent} (${roundedNumbers(mark.getAttribute("style") ?? "")})`;
  });
  press("Escape");
  return lines;
}

function elementLines(element: Element): string[] {
  const name = element.localName;
  const attributes = Array.from(element.attributes, ({name, value}) => ` ${name}="${escaped(roundedNumbers(value))}"`);
  const open = `<${name}${attributes.reverse().join("")}>`; // linkedom lists the last one first
  const inside = name === "canvas" ? paintedLines(element).flatMap((line) => line.split("\n")) : childLines(element);
  if (inside.length === 0) return [`${open}</${name}>`];
  const onlyText = name !== "canvas" && element.children.length === 0 && inside.length === 1;
  return onlyText ? [`${open}${inside[0]}</${name}>`] : [open, ...inside.map((line) => `  ${line}`), `</${name}>`];
}

function childLines(element: Element): string[] {
  return Array.from(element.childNodes).flatMap((child) => {
    if (isElement(child)) return elementLines(child);
    return element.localName === "style" ? styleLines(child.textContent) : [escaped(child.textContent ?? "")];
  });
}

/** A style sheet's lines, without the room that its author left around them. */
function styleLines(sheet: string | null): string[] {
  return (sheet ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
