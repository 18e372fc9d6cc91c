import {statSync} from "node:fs";
import {join} from "node:path";
import {bytesText, cachePath, sessionFiles} from "../../project/index.js";
import {type CommandContext, probesWithLfp, sessionRows} from "./context.js";
import {textTable} from "./text-table.js";

const HEADER = ["id", "session type", "units", "sex", "days", "genotype", "in the folder"];

/** Prints the project's sessions, and what the cache folder has of each. */
export async function listSessions(context: CommandContext): Promise<void> {
  const rows: string[][] = [];
  for (const session of await sessionRows(context)) {
    const files = await sessionFiles(context.cache.directory, session.id);
    const bytes = files.reduce((sum, file) => sum + statSync(join(context.cache.directory, cachePath(file))).size, 0);
    const lfp = files.filter(({kind}) => kind === "lfp").length;
    const withLfp = (await probesWithLfp(context, session.id)).length;
    const isHere = files.some(({kind}) => kind === "session");
    if (context.json) context.print("", {...session, cached: isHere, lfp_files: lfp, lfp_probes: withLfp, bytes});
    const state =
      files.length === 0 ? "" : `${isHere ? "session" : "no session"}, LFP of ${lfp} of ${withLfp} probes, `;
    rows.push([
      String(session.id),
      session.session_type,
      String(session.unit_count),
      session.sex,
      String(session.age_in_days),
      session.full_genotype,
      state && state + bytesText(bytes)
    ]);
  }
  if (!context.json) context.print(textTable(HEADER, rows), {});
}
