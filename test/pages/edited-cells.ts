/** A change that a reader makes in a shown cell, and what the page says before and after it. */
export interface EditedCell {
  /** The page, relative to src/. */
  page: string;
  /** What stands in the cell, and what the reader writes in its place. */
  shown: string;
  edited: string;
  /** What the page says because of it, and nowhere once it is edited. */
  before: RegExp;
  /** What it says instead. */
  after: string[];
}

/** A change of each quantity that a shown cell holds. */
export const EDITED_CELLS: readonly EditedCell[] = [
  {
    page: "[session]/spike-histograms.md",
    shown: "const leastSnr = 1.5;",
    edited: "const leastSnr = 3;",
    before: /snr ≥ 1\.5/,
    after: ["units with snr ≥ 3 over"]
  },
  {
    page: "[session]/spike-histograms.md",
    shown: "const [before, after] = [-0.01, 0.4];",
    edited: "const [before, after] = [-0.02, 0.2];",
    before: /−0\.01|\b0\.4 s|2\.06 ms|10\.00 ms/,
    after: ["from −0.02 to 0.2 s", "199 bins of 1.11 ms", "41 bins of 5.37 ms"]
  },
  {
    page: "[session]/optogenetic-stimulation.md",
    shown: "const [before, after] = [-0.02, 0.04];",
    edited: "const [before, after] = [-0.0151, 0.03];",
    before: /by 120 time bins|bins of 0\.5 ms/,
    after: ["by 90 time bins", "bins of 0.501 ms"]
  },
  {
    page: "[session]/cross-correlations.md",
    shown: "const fineLags = {window: 0.025, binWidth: 0.0005};",
    edited: "const fineLags = {window: 0.03, binWidth: 0.001};",
    before: /the highest of these bins is at \d\.[27]5 ms/,
    after: [".50 ms: "]
  },
  {
    page: "[session]/tuning-curves.md",
    shown: "const permutations = 1000;",
    edited: "const permutations = 500;",
    before: /\b1,?000 (of these |random )?permutations/,
    after: ["of 500 permutations", ", 500 permutations each"]
  }
];

/** Numbers in shown cells of which the pages of the sample do not speak, and why. */
export const UNSPOKEN: readonly {page: string; shown: string; why: string}[] = [
  {
    page: "[session]/cross-correlations.md",
    shown: "const aroundPulse = {before: 0.05, after: 0.1};",
    why: "said where the stretch has pulses of light; that of the sample has none (test/lessons/cross-correlations)"
  },
  {page: "[session]/current-source-density.md", shown: "settled(sigma, 250)", why: "a pause, until a slider rests"},
  {page: "[session]/lfp.md", shown: "held[1] - 0.1", why: "leaves the shortest stretch there is to choose"},
  {page: "[session]/tuning-curves.md", shown: "period === 180 ? [0, 180]", why: "half a turn"},
  {page: "[session]/tuning-curves.md", shown: "angles.length >= 5", why: "as many as the curve has parameters"}
];
