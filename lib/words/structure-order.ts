import {structureName} from "./structure-name.js";

/** The structures that the Visual Coding probes cross, by system of the brain, both in anatomical order. */
const STRUCTURES_BY_SYSTEM = {
  "visual cortex": ["VISp", "VISl", "VISrl", "VISal", "VISpm", "VISam", "VISli", "VISmma", "VISmmp", "VIS"],
  "hippocampal formation": ["CA1", "CA2", "CA3", "DG", "SUB", "ProS", "POST", "PRE", "HPF"],
  thalamus: [
    "LGd",
    "LGv",
    "IGL",
    "IntG",
    "LP",
    "LD",
    "PO",
    "POL",
    "VPM",
    "VPL",
    "VL",
    "MGd",
    "MGv",
    "MGm",
    "SGN",
    "PP",
    "PIL",
    "PoT",
    "Eth",
    "PF",
    "RT",
    "TH"
  ],
  midbrain: ["SCzo", "SCsg", "SCop", "SCig", "SCiw", "APN", "NOT", "OP", "PPT", "RPF", "LT", "MRN", "MB"],
  other: ["CP", "OLF", "COAa", "COApm", "BMAa", "ZI"]
} as const;

/** The systems of the brain, in the order in which figures show them. */
export type StructureSystem = keyof typeof STRUCTURES_BY_SYSTEM | "unknown";

/** The acronym of a structure that the Visual Coding probes cross. */
export type StructureAcronym = (typeof STRUCTURES_BY_SYSTEM)[keyof typeof STRUCTURES_BY_SYSTEM][number];

/** The acronyms that have a place in the order, from the first to the last. */
export const structureAcronyms: readonly StructureAcronym[] = Object.values(STRUCTURES_BY_SYSTEM).flat();

const LISTED = new Map<string, {system: StructureSystem; rank: number}>();
for (const [system, acronyms] of Object.entries(STRUCTURES_BY_SYSTEM)) {
  for (const acronym of acronyms) LISTED.set(acronym, {system: system as StructureSystem, rank: LISTED.size});
}

/** The system an area belongs to; "unknown" for grey matter without a name, null, and acronyms that are not listed. */
export function structureSystem(acronym: string | null | undefined): StructureSystem {
  return LISTED.get(acronym ?? "")?.system ?? "unknown";
}

/** Orders areas anatomically: cortex, hippocampus, thalamus, midbrain, others; unlisted areas last, by name. */
export function compareStructures(a: string | null | undefined, b: string | null | undefined): number {
  const rank = (acronym: string | null | undefined) => LISTED.get(acronym ?? "")?.rank ?? LISTED.size;
  return rank(a) - rank(b) || structureName(a).localeCompare(structureName(b));
}
