import {type Identifier, type ImportDeclaration, type Program, parse} from "acorn";
import {analyze} from "eslint-scope";
import type {Cell} from "./cell.js";

/** A part of a cell's source: the offset of its first character, and of the one after its last. */
export interface Span {
  start: number;
  end: number;
}

/** A name where it stands in a cell's source. */
export interface Name extends Span {
  name: string;
}

/** What there is to know of a cell to run it: the names that it gives other cells, and those that it needs. */
export interface ParsedCell {
  /** Whether it is one expression, whose value is displayed. */
  isExpression: boolean;
  /** Names that the cell gives: its variables, functions, classes and imports of the outermost level. */
  declarations: Name[];
  /** Every use of a name that the cell does not declare: those of other cells, of Framework, and of JavaScript. */
  references: Name[];
  imports: Span[];
}

/** acorn's error: `pos` is the offset in the source. */
export interface CellSyntaxError extends SyntaxError {
  pos: number;
}

const OPTIONS = {ecmaVersion: 2022, sourceType: "module", ranges: true} as const; // scopes are read off ranges

/**
 * Reads a cell as Framework does: as one expression if it can be, else as a program with `await` and imports.
 *
 * @throws {CellSyntaxError} if it is neither, or exports something
 */
export function parseCell({kind, source}: Pick<Cell, "kind" | "source">): ParsedCell {
  const expression = parseExpression(source, kind === "expression");
  // In parentheses, everything stands one further on.
  const program = expression ?? parse(source, OPTIONS);
  const shift = expression ? -1 : 0;
  const exported = program.body.find(({type}) => type.startsWith("Export"));
  if (exported) throw Object.assign(new SyntaxError("a cell exports nothing"), {pos: exported.start});
  const scopes = analyze(program as Parameters<typeof analyze>[0], OPTIONS);
  const outermost = new Set<unknown>(program.body);
  const module = scopes.globalScope!.childScopes[0];
  return {
    isExpression: expression !== null,
    declarations: module.variables
      .flatMap(({defs}) => defs.slice(0, 1))
      .filter((definition) => outermost.has(definition.parent ?? definition.node))
      .map((definition) => nameAt(definition.name as Identifier, shift)),
    references: scopes.globalScope!.through.map(({identifier}) => nameAt(identifier as Identifier, shift)),
    imports: program.body
      .filter((statement): statement is ImportDeclaration => statement.type === "ImportDeclaration")
      .map(({start, end}) => ({start, end}))
  };
}

/** The program `(source)`, if the source is an expression. A function or class with a name is a declaration instead. */
function parseExpression(source: string, must: boolean): Program | null {
  try {
    const program = parse(`(${source}\n)`, OPTIONS);
    const [statement, ...others] = program.body;
    if (others.length > 0 || statement?.type !== "ExpressionStatement") return null;
    const {expression} = statement;
    if (expression.start === 0) return null; // "a) + (b" is no expression, though it is one in parentheses
    const isNamed =
      (expression.type === "FunctionExpression" || expression.type === "ClassExpression") && expression.id;
    return isNamed && !must ? null : program;
  } catch (error) {
    if (!(error instanceof SyntaxError) || !must) return null;
    throw Object.assign(error, {pos: Math.max(0, (error as CellSyntaxError).pos - 1)});
  }
}

function nameAt({name, start, end}: Identifier, shift: number): Name {
  return {name, start: start + shift, end: end + shift};
}
