/**
 * Says how far a long step has come, on standard error: one line that is rewritten on a terminal; in a log, the first and
 * the last line and one in between for every fifth of the way.
 *
 * @param title what is being done
 * @returns a function that takes the part that is done, from 0 to 1, and what is being done now
 */
export function progressLine(title: string): (fraction: number, detail?: string) => void {
  const {stderr} = process;
  let fifths = -1;
  return (fraction, detail = "") => {
    const line = `${title} ${Math.round(100 * fraction)} %${detail && ` ${detail}`}`;
    if (stderr.isTTY) {
      stderr.write(`\r\x1b[K${line.slice(0, Math.max(20, stderr.columns - 1))}${fraction >= 1 ? "\n" : ""}`);
    } else if (Math.floor(5 * fraction) > fifths) {
      fifths = Math.floor(5 * fraction);
      stderr.write(`${line}\n`);
    }
  };
}
