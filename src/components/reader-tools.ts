// What every page has without asking for it; observablehq.config.ts loads it at the head of each.
import {addFigureTools} from "./figure-tools.js";

addFigureTools();
