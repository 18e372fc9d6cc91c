const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** A number of bytes in the largest decimal unit that it fills, such as "2.6 GB". */
export function byteCount(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(power === 0 || value >= 100 ? 0 : 1)} ${UNITS[power]}`;
}

/** A time in seconds as hours, minutes and seconds, such as "1:05" or "2:00:10". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Rows of text in columns, each as wide as its widest cell; numbers to the right. */
export function columnsOfText(header: string[], rows: string[][]): string {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column].length)));
  const isNumber = header.map((_, column) => rows.length > 0 && rows.every((row) => /^[\d,.]*$/.test(row[column])));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join("  ")
      .trimEnd();
  return [header, ...rows].map(line).join("\n");
}
