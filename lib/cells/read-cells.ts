import {type Cell, isRun, offsetOnPage} from "./cell.js";
import {type CellSyntaxError, type Name, type ParsedCell, parseCell} from "./parse-cell.js";

/** A cell that is run, and what it gives and needs. */
export interface ReadCell extends Cell, ParsedCell {}

/** What is wrong on a page, and where: the offset of the character that it begins with. */
export interface CellProblem {
  at: number;
  message: string;
}

/** The cells of a page that can run, and what is wrong with them as a whole. */
export interface ReadCells {
  cells: ReadCell[];
  /** In the order of the page. */
  problems: CellProblem[];
}

/** Reads the cells of a page that are run: their syntax, names that two of them give, and circles of cells that need each other. */
export function readCells(all: readonly Cell[]): ReadCells {
  const cells: ReadCell[] = [];
  const problems: CellProblem[] = [];
  for (const cell of all.filter(isRun)) {
    try {
      cells.push({...cell, ...parseCell(cell)});
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const message = error.message.replace(/ \(\d+:\d+\)$/, ""); // acorn's place is one in the cell
      problems.push({at: offsetOnPage(cell, (error as CellSyntaxError).pos), message});
    }
  }
  problems.push(...namesOfTwoCells(cells), ...circles(cells));
  return {cells, problems: problems.sort((a, b) => a.at - b.at)};
}

function namesOfTwoCells(cells: readonly ReadCell[]): CellProblem[] {
  const givers = new Map<string, ReadCell>();
  const problems: CellProblem[] = [];
  for (const cell of cells) {
    for (const {name, start} of cell.declarations) {
      if (givers.has(name))
        problems.push({at: offsetOnPage(cell, start), message: `another cell declares ${name}, too`});
      else givers.set(name, cell);
    }
  }
  return problems;
}

/** Cells that need each other's names, and so would wait for each other: one problem for each circle that is met. */
function circles(cells: readonly ReadCell[]): CellProblem[] {
  const givers = new Map(cells.flatMap((cell) => cell.declarations.map(({name}) => [name, cell] as const)));
  const problems: CellProblem[] = [];
  const done = new Set<ReadCell>();
  const visit = (cell: ReadCell, path: {cell: ReadCell; reference: Name}[]) => {
    for (const reference of cell.references) {
      const giver = givers.get(reference.name);
      if (!giver || done.has(giver)) continue;
      const here = [...path, {cell, reference}];
      const first = here.findIndex((step) => step.cell === giver);
      if (first < 0) visit(giver, here);
      else {
        const names = here.slice(first).map((step) => step.reference.name);
        const message = `a circle of cells: ${names.join(" needs ")} needs ${names[0]}`;
        problems.push({at: offsetOnPage(cell, reference.start), message});
      }
    }
    done.add(cell);
  };
  for (const cell of cells) if (!done.has(cell)) visit(cell, []);
  return problems;
}
