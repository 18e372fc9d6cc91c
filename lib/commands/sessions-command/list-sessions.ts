import {statSync} from "node:fs";
import {join} from "node:path";
import {bytesText, cachePath, type PlacedFile, readError, sessionFiles, usedFolders} from "../../project/index.js";
import {type CommandContext, probesWithLfp, sessionRows} from "./context.js";
import {howToMend} from "./how-to-mend.js";
import {textTable} from "./text-table.js";

const HEADER = ["id", "session type", "units", "sex", "days", "genotype", "on this machine"];

/** What a folder has of a session. */
interface Holding {
  directory: string;
  session: boolean;
  lfp: number;
  bytes: number;
}

/** Prints the project's sessions, and what the cache folder and folders that are sources have of each; what cannot be read is said. */
export async function listSessions(context: CommandContext): Promise<void> {
  const rows: string[][] = [];
  for (const session of await sessionRows(context)) {
    const [cache, ...others] = await holdings(context, session.id);
    const withLfp = (await probesWithLfp(context, session.id)).length;
    const elsewhere = others.filter(isSome);
    if (context.json) {
      const {session: cached, lfp: lfp_files, bytes} = cache;
      const in_place = elsewhere.map(({lfp, ...holding}) => ({...holding, lfp_files: lfp}));
      context.print("", {...session, cached, lfp_files, lfp_probes: withLfp, bytes, in_place});
    }
    const text = ({session, lfp, bytes}: Holding) =>
      `${session ? "session" : "no session"}, LFP of ${lfp} of ${withLfp} probes, ${bytesText(bytes)}`;
    const inCache = isSome(cache) ? [text(cache)] : [];
    rows.push([
      String(session.id),
      session.session_type,
      String(session.unit_count),
      session.sex,
      String(session.age_in_days),
      session.full_genotype,
      [...inCache, ...elsewhere.map((holding) => `${text(holding)} in ${holding.directory}`)].join("; ")
    ]);
  }
  if (!context.json) context.print(textTable(HEADER, rows), {});
}

const isSome = ({session, lfp}: Holding) => session || lfp > 0;

/** What each folder has of a session, the cache folder first; what cannot be read counts as nothing. */
async function holdings(context: CommandContext, id: number): Promise<Holding[]> {
  const found = usedFolders(context.folder).map((directory) => ({directory, session: false, lfp: 0, bytes: 0}));
  const warn = (error: unknown, path: string, remedy: string) =>
    context.warn(readError(error, path, remedy), {event: "unreadable", session: id, path});
  const files = await sessionFiles(context.folder, id).catch((error): PlacedFile[] => {
    warn(error, context.folder.directory, "Have it made readable.");
    return [];
  });
  for (const placed of files) {
    const path = join(placed.directory, cachePath(placed.file));
    try {
      const {size} = statSync(path);
      const holding = found.find(({directory}) => directory === placed.directory)!;
      holding.bytes += size;
      if (placed.file.kind === "session") holding.session = true;
      else ++holding.lfp;
    } catch (error) {
      warn(error, path, howToMend(placed, id, context));
    }
  }
  return found;
}
