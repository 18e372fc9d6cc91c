import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";

/** The function by which a page names what is fetched at once. */
const OPENER = "openSession";

/** What `openSession` fetches with a table that is named; see lib/session/snapshots/session-opener.ts. */
const GOES_WITH: Readonly<Record<string, readonly string[]>> = {stimulusPresentations: ["stimulusConditions"]};

/**
 * The snapshots that a cell asks for as soon as it runs: those that `openSession("units", …)` names in quotation marks. What it
 * asks for in a function, or by the value of an input, is not known before.
 *
 * @returns the names of their files, such as "stimulus-presentations"
 */
export function firstSnapshots(cell: string): string[] {
  const named = openingsIn(parseProgram(cell)).flatMap((call) =>
    call.arguments.flatMap(({value}) => (typeof value === "string" ? [value, ...(GOES_WITH[value] ?? [])] : []))
  );
  return [...new Set(named)].map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
}

interface Call {
  arguments: {value?: unknown}[];
}

/** The calls of the opener in a part of a program, but for those in functions. */
function openingsIn(node: unknown): Call[] {
  if (Array.isArray(node)) return node.flatMap(openingsIn);
  if (typeof node !== "object" || node === null) return [];
  const {type, callee} = node as {type?: string; callee?: {name?: string}};
  if (type?.includes("Function")) return [];
  const inside = Object.values(node).flatMap(openingsIn);
  return type === "CallExpression" && callee?.name === OPENER ? [node as unknown as Call, ...inside] : inside;
}
