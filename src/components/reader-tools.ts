// What every page has without asking for it; observablehq.config.ts loads it at the head of each.
import {addFigureTools} from "./figure-tools.js";
import {followSessionSwitch} from "./session-switch.js";
import {showTermExplanations} from "./term-explanations.js";

addFigureTools();
followSessionSwitch();
showTermExplanations();
