import {readFile} from "node:fs/promises";
import {type ColumnTable, table} from "arquero";
import {readTable} from "./tables/read-table.js";

/**
 * What a project's channels.csv says of its channels, for the option channelColumns of a session. A missing number is NaN, a
 * missing text null.
 * @throws {ProjectError} `bad-table`
 */
export async function readChannelColumns(path: string): Promise<ColumnTable> {
  const columns = readTable("channels", await readFile(path, "utf8"), path);
  return table(columns, Object.keys(columns));
}
