// The cells of pages, read as code: what each gives and needs, and a page as a module that can be checked. Pure.
export {type Cell, isRun, isShown, offsetOnPage} from "./cell.js";
export {type MarkdownReader, type MarkdownToken, pageCells} from "./page-cells.js";
export {type PageModule, pageModule, standardLibrary} from "./page-module.js";
export {type ParsedCell, parseCell} from "./parse-cell.js";
export {type CellProblem, type ReadCell, type ReadCells, readCells} from "./read-cells.js";
export {standardNames} from "./standard-names.js";
