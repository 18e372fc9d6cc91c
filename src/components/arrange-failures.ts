import type {PageFile} from "./verified-files.js";

/** What Framework says in the place of a cell that gave no value: the name of its error, and the error's message. */
export interface Failure {
  /** `RuntimeError` for a cell that waits for one that failed; the message is that of the other. */
  name: string;
  message: string;
}

/** What a reader is to see there: an error as Framework says it, a fault of the page's files, or that the cell waits for another. */
export type Shown =
  | {as: "error"}
  | {as: "fault"; fault: FileFault}
  | {as: "waiting"; for: number; fault: FileFault | null};

/** Files that did not come, or not as they should. */
export type FileFault =
  | {of: "modules"}
  | {of: "lost data"; files: PageFile[]}
  | {of: "other data"; files: [PageFile]; message: string};

/**
 * Of all failures of a page, in its order, the few that are their causes. A fault of files is told once, where it is first felt; an
 * error of a cell in that cell. What waits for either says only that.
 *
 * @param files of the page
 */
export function arrangeFailures(failures: readonly Failure[], files: Iterable<PageFile>): Shown[] {
  const known = [...files];
  const faults = failures.map(({message}) => faultIn(message, known));
  const isLost = faults.flatMap((fault) => (fault?.of === "lost data" ? fault.files : []));
  const lost: FileFault = {of: "lost data", files: [...new Set(isLost)]};
  const causes = failures.map(({message}, i) => {
    const fault = faults[i];
    return fault === null ? message : fault.of === "other data" ? fault.files[0] : fault.of;
  });
  // Names that a cell would give which does not parse are not defined.
  const unparsed = failures.findIndex(({name}) => name === "SyntaxError");
  return failures.map(({name, message}, i): Shown => {
    const fault = faults[i]?.of === "lost data" ? lost : faults[i];
    const first = causes.indexOf(causes[i]);
    if (fault) return first === i ? {as: "fault", fault} : {as: "waiting", for: first, fault};
    if (name !== "RuntimeError") return {as: "error"};
    const failed = failures.findIndex((other) => other.name !== "RuntimeError" && other.message === message);
    if (failed >= 0) return {as: "waiting", for: failed, fault};
    if (unparsed >= 0 && message.endsWith(" is not defined")) return {as: "waiting", for: unparsed, fault};
    return first === i ? {as: "error"} : {as: "waiting", for: first, fault};
  });
}

/** The fault of files that a message tells of; null if it is of something else. */
function faultIn(message: string, files: readonly PageFile[]): FileFault | null {
  if (OF_MODULES.some((words) => message.startsWith(words))) return {of: "modules"};
  const file = files.find(({name}) => message.startsWith(`${name}: `));
  if (!file) return null;
  return file.isLost ? {of: "lost data", files: [file]} : {of: "other data", files: [file], message};
}

/** How browsers begin to say that a module did not come: Chromium, Firefox, Safari. */
const OF_MODULES = [
  "Failed to fetch dynamically imported module",
  "error loading dynamically imported module",
  "Importing a module script failed"
];
