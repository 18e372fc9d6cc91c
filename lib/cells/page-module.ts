// A page as a module that TypeScript and a linter read. Each cell is a function of its own, so that its names stay its own; those
// that other cells use are taken out of what it returns. A cell of `const bins = view(…)` becomes
//
//     export const $cell3 = async () => {
//     const bins = view(…)
//     return $declared({bins});
//     };
//     const {bins} = await $cell3();
//
// The order is the page's: types do not depend on it. Names that no other cell uses are not returned, so that a linter sees
// which are not used at all.
import {offsetOnPage} from "./cell.js";
import type {Span} from "./parse-cell.js";
import type {ReadCell} from "./read-cells.js";
import {STANDARD_NAMES} from "./standard-names.js";

/** The module that `standard-library.d.ts` is imported as. */
export const STANDARD_LIBRARY = "standard-library";

/** A page's cells as one module, and the way back. */
export interface PageModule {
  text: string;
  /** The offset on the page that an offset in the text comes from; null for what is of no cell. */
  offsetOnPage(offset: number): number | null;
}

/** A piece of a module's text; `at` is where it comes from on the page, if it does. */
interface Piece {
  text: string;
  at?: number;
}

/**
 * The module of a page.
 *
 * @param parameters the names that `observable.params` has: `session` for a page in `[session]/`
 */
export function pageModule(cells: readonly ReadCell[], parameters: readonly string[]): PageModule {
  const givers = new Map<string, ReadCell>();
  for (const cell of cells) for (const {name} of cell.declarations) if (!givers.has(name)) givers.set(name, cell);
  const used = new Set(cells.flatMap(({references}) => references.map(({name}) => name)));
  const standard = [...used].filter((name) => STANDARD_NAMES.has(name) && !givers.has(name)).sort();

  const pieces: Piece[] = [
    {text: `import {${[...standard, "$declared"].join(", ")}} from "${STANDARD_LIBRARY}";\n`},
    {text: `declare const observable: {params: {${parameters.map((name) => `${name}: string`).join("; ")}}};\n`}
  ];
  for (const cell of cells) {
    for (const span of cell.imports) pieces.push(...sourcePieces(cell, span), {text: "\n"});
  }
  for (const [i, cell] of cells.entries()) {
    const name = `$cell${i}`;
    if (cell.isExpression) {
      const whole = {start: 0, end: cell.source.length};
      pieces.push({text: `export const ${name} = async () => (\n`}, ...sourcePieces(cell, whole), {text: "\n);\n"});
      continue;
    }
    pieces.push({text: `export const ${name} = async () => {\n`});
    for (const span of between(cell.imports, cell.source.length)) pieces.push(...sourcePieces(cell, span));
    const given = cell.declarations.filter(
      (declaration) =>
        used.has(declaration.name) &&
        givers.get(declaration.name) === cell &&
        !cell.imports.some(({start, end}) => start <= declaration.start && declaration.end <= end)
    );
    const names: Piece[] = given.flatMap(({name: text, start}) => [
      {text, at: offsetOnPage(cell, start)},
      {text: ", "}
    ]);
    pieces.push(
      {text: `\nreturn $declared({${given.map(({name}) => name).join(", ")}});\n};\n`},
      ...(names.length > 0 ? [{text: "const {"}, ...names.slice(0, -1), {text: `} = await ${name}();\n`}] : [])
    );
  }
  return {text: pieces.map(({text}) => text).join(""), offsetOnPage: wayBack(pieces)};
}

/** The source of a part of a cell, line by line. */
function sourcePieces(cell: ReadCell, {start, end}: Span): Piece[] {
  const pieces: Piece[] = [];
  for (let from = start; from < end; ) {
    const newline = cell.source.indexOf("\n", from);
    const to = newline < 0 ? end : Math.min(newline + 1, end);
    pieces.push({text: cell.source.slice(from, to), at: offsetOnPage(cell, from)});
    from = to;
  }
  return pieces;
}

/** What is left of a source beside parts of it. */
function between(parts: readonly Span[], length: number): Span[] {
  return [...parts, {start: length, end: length}].map(({start}, i) => ({
    start: i === 0 ? 0 : parts[i - 1].end,
    end: start
  }));
}

function wayBack(pieces: readonly Piece[]): PageModule["offsetOnPage"] {
  const starts: number[] = [];
  let length = 0;
  for (const {text} of pieces) {
    starts.push(length);
    length += text.length;
  }
  return (offset) => {
    const piece = starts.findLastIndex((start) => start <= offset);
    const at = pieces[piece]?.at;
    return at === undefined ? null : at + offset - starts[piece];
  };
}
