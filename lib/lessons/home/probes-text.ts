const NUMERALS = ["No", "One", "Two", "Three", "Four", "Five", "Six"];

/** How a sentence on the probes begins: "Six thin probes with hundreds of recording sites each are". */
export function probesText(probes: number): string {
  if (probes === 1) return "One thin probe with hundreds of recording sites is";
  return `${NUMERALS[probes] ?? probes} thin probes with hundreds of recording sites each are`;
}
