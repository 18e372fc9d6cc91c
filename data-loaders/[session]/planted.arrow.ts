// What was put into a synthetic session: its cell classes and its connections; nothing for a recorded one.

import {sessionLoader} from "../../lib/project/loader.js";
import {planted} from "../../lib/snapshot-makers/planted.js";

export default await sessionLoader(planted);
