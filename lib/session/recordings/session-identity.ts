import {NwbError, type NwbFile, WRITE_OTHERWISE} from "../../nwb/index.js";
import {SessionError} from "../session-error.js";
import {ELECTRODES} from "../tables/channels.js";
import {UNITS} from "../tables/units.js";

/** @throws {SessionError} `not-allen` where it is not the number of a session, or the tables of one are not there */
export function sessionId(file: NwbFile): number {
  const identifier = file.text("/identifier");
  const missing = [UNITS, ELECTRODES].find((path) => !file.hasGroup(path));
  if (/^\d+$/.test(identifier) && Number.isSafeInteger(Number(identifier)) && !missing) return Number(identifier);
  throw new SessionError("not-allen", {
    file: file.name,
    path: missing ?? "/identifier",
    expected: missing ? "a table" : "the number of a session, below 2^53",
    found: missing ? "none" : JSON.stringify(identifier),
    remedy: "Give a session file of the Allen Institute's Visual Coding dataset (session_<id>.nwb, not an LFP file)."
  });
}

/**
 * ISO 8601 with the offset, as NWB asks for.
 * @throws {NwbError} `wrong-value` where it is no date
 */
export function startTime(file: NwbFile): string {
  const path = "/session_start_time";
  const text = file.text(path);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  const [expected, found] = ["a date and a time in ISO 8601", JSON.stringify(text)];
  throw new NwbError("wrong-value", {file: file.name, path, expected, found, remedy: WRITE_OTHERWISE});
}
