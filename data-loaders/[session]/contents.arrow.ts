// What the session's files hold.

import {sessionLoader} from "../../lib/project/loader.js";
import {contents} from "../../lib/snapshot-makers/contents.js";

export default await sessionLoader(contents);
