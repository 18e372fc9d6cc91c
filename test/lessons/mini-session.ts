import {openCachedSession} from "../../lib/project/index.js";

const folder = "test/fixtures/mini/ecephys-cache";

/** The small session in the project, read from its file. */
export function openMiniSession() {
  return openCachedSession({directory: folder, nwb: `${folder}/session_810000000/session_810000000.nwb`});
}
