import {ProjectError} from "../../project/index.js";
import {type CommandContext, sessionRows} from "./context.js";

/**
 * Makes sure that a session is one of the project's, before anything is made for it.
 * @throws {ProjectError} `session-unknown`
 */
export async function requireKnownSession(context: CommandContext, id: number): Promise<void> {
  if ((await sessionRows(context)).some((row) => row.id === id)) return;
  throw new ProjectError("session-unknown", {
    expected: "a session of the project",
    found: `${id}`,
    remedy: "npm run sessions -- list shows which there are."
  });
}
