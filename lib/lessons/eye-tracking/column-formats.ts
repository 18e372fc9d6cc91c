/** How a table writes the values of its columns, by their names. */
type Formats = Record<string, (value: unknown) => string>;

const time: Formats = {"Time (s)": (value) => Number(value).toFixed(5)};

/** How a table of ellipses writes its numbers: with as many digits as single precision is sure of. */
export function frameColumns(names: readonly string[]): Formats {
  const fiveDigits = (value: unknown) => String(Number(Number(value).toPrecision(5)));
  return {...Object.fromEntries(names.map((name) => [name, fiveDigits])), ...time};
}

const sixDecimals = (value: unknown) => Number(value).toFixed(6);

/** How a table of gaze writes times (s) and areas (cm²). */
export const GAZE_COLUMNS: Formats = {...time, raw_eye_area: sixDecimals, raw_pupil_area: sixDecimals};
