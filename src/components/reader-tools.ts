// What every page has without asking for it; observablehq.config.ts loads it at the head of each.
import {tellFailuresOnce} from "./cell-failures.js";
import {addFigureTools} from "./figure-tools.js";
import {connectPagesButton} from "./pages-button.js";
import {unfoldForPrint} from "./print.js";
import {makeCodeScrollable} from "./scrollable-code.js";
import {followSessionSwitch} from "./session-switch.js";
import {showTermExplanations} from "./term-explanations.js";

tellFailuresOnce();
addFigureTools();
connectPagesButton();
makeCodeScrollable();
followSessionSwitch();
showTermExplanations();
unfoldForPrint();

// The key that Framework names beside the search works on a Mac alone; this one works everywhere.
document.querySelector("#observablehq-search")?.setAttribute("data-shortcut", "/");
