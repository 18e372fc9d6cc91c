import {join} from "node:path";
import {fileDigest, sessionFile, sessionInputs, sessions} from "../../project/index.js";
import type {SnapshotOrigins} from "../../site/index.js";

/** What the snapshots of this site depend on. */
export function siteOrigins(root = "src"): SnapshotOrigins {
  const shown = sessions();
  return {
    root,
    loaders: "data",
    settings: {sessions: process.env.SESSIONS?.trim() || "sample"},
    lockFile: "package-lock.json",
    inputs({session}) {
      // The tables over all sessions, in the folder that the sessions stand in.
      if (session === undefined)
        return ["sessions", "probes", "channels", "units"].map((name) => join(shown[0].directory, `${name}.csv`));
      // A snapshot of a session that SESSIONS does not name is nobody's.
      const isShown = session === "first" || shown.some(({id}) => String(id) === session);
      return isShown ? sessionInputs(sessionFile(session)) : null;
    },
    digest: fileDigest
  };
}
