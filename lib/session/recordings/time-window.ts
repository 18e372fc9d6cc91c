import type {ColumnTable} from "arquero";
import {lowerBound, upperBound} from "../../analysis/counting/index.js";
import {takeAllRows} from "../../array/index.js";
import {columnValues} from "../../snapshot/index.js";
import {toColumns, toTable} from "../columns.js";
import {SessionError} from "../session-error.js";

/** A span of time, both ends included (s). */
export type TimeWindow = readonly [start: number, stop: number];

/** @throws {SessionError} `wrong-argument` for a window that is not one */
export function requireWindow(window: TimeWindow | undefined): void {
  if (!window) return;
  const [start, stop] = Array.from<unknown>(window);
  if (typeof start === "number" && typeof stop === "number" && start <= stop) return;
  const texts = Array.from<unknown, string>(window, (time) =>
    typeof time === "string" ? JSON.stringify(time) : `${time}`
  );
  const found = `[${texts.join(", ")}]`;
  const remedy = "Give [start, stop] in seconds on the session's clock.";
  throw new SessionError("wrong-argument", {path: "time", expected: "a start and a later stop", found, remedy});
}

/** The rows of a table whose time lies in the window; the column of times ascends. */
export function rowsInWindow(table: ColumnTable, timeColumn: string, window: TimeWindow | undefined): ColumnTable {
  if (!window) return table;
  const times = columnValues<number>(table, timeColumn);
  const [first, end] = [lowerBound(times, window[0]), upperBound(times, window[1])];
  return toTable(
    takeAllRows(
      toColumns(table),
      Array.from({length: end - first}, (_, i) => first + i)
    )
  );
}
