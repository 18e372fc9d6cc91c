import {SessionError} from "../session-error.js";

/** @throws {SessionError} `wrong-argument` for what is neither a name of a stimulus nor a list of them */
export function stimulusNameList(names: string | readonly string[]): readonly string[] {
  const list = typeof names === "string" ? [names] : names;
  if (Array.isArray(list) && list.every((name) => typeof name === "string")) return list;
  const found = JSON.stringify(names) ?? String(names);
  const remedy = "Take names from stimulusNames().";
  throw new SessionError("wrong-argument", {path: "names", expected: "a stimulus's name, or several", found, remedy});
}
