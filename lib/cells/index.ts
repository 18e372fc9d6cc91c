// The cells of pages read as code: what each gives and needs, and a page as a module that can be checked. Pure: no file
// system, no document, nothing of Framework's.
export {type Cell, isShown, offsetOnPage} from "./cell.js";
export {type MarkdownReader, pageCells} from "./page-cells.js";
export {type PageModule, pageModule, STANDARD_LIBRARY} from "./page-module.js";
export {type CellProblem, type ReadCells, readCells} from "./read-cells.js";
