import {type ColorPair, structurePalette, unknownStructureColor} from "./structure-palette.js";

/** The systems of the brain that share a hue, in the order in which figures show them. */
export type StructureSystem = keyof typeof structurePalette | "unknown";

const listed = new Map<string, {system: StructureSystem; rank: number; color: ColorPair}>();
for (const [system, members] of Object.entries(structurePalette)) {
  for (const [acronym, color] of Object.entries(members as Record<string, ColorPair>)) {
    listed.set(acronym, {system: system as StructureSystem, rank: listed.size, color});
  }
}

/** The acronyms that have a colour of their own, in anatomical order. */
export const structureAcronyms: readonly string[] = [...listed.keys()];

/** The system an area belongs to; "unknown" for grey matter without a name, null, and acronyms that are not listed. */
export function structureSystem(acronym: string | null | undefined): StructureSystem {
  return listed.get(acronym ?? "")?.system ?? "unknown";
}

/** The colour of an area in the light and in the dark theme, as hexadecimal sRGB. The same on every page. */
export function structureColorPair(acronym: string | null | undefined): ColorPair {
  return listed.get(acronym ?? "")?.color ?? unknownStructureColor;
}

/** The colour of an area as a CSS value that follows the theme; for SVG and HTML (a canvas needs one of the pair). */
export function structureColor(acronym: string | null | undefined): string {
  const [light, dark] = structureColorPair(acronym);
  return `light-dark(${light}, ${dark})`;
}

/** The share of an area's colour in its name; the rest is black or white, so that small text has a contrast of 4.5. */
export const structureTextShare = 0.66;

/** The colour of an area's name, as a CSS value that follows the theme: its colour, nearer to that of text. */
export function structureTextColor(acronym: string | null | undefined): string {
  return nearerToText(structureColor(acronym));
}

/** A colour, in so far as small text can have it. */
export function nearerToText(color: string): string {
  return `color-mix(in srgb, ${color} ${structureTextShare * 100}%, light-dark(#000, #fff))`;
}

/** Orders areas anatomically: cortex, hippocampus, thalamus, midbrain, others; unlisted areas last, by name. */
export function compareStructures(a: string | null | undefined, b: string | null | undefined): number {
  const rank = (acronym: string | null | undefined) => listed.get(acronym ?? "")?.rank ?? listed.size;
  return rank(a) - rank(b) || structureName(a).localeCompare(structureName(b));
}

/** What a figure calls an area: its acronym, or "no area" where the file gives none. */
export function structureName(acronym: string | null | undefined): string {
  return acronym ? acronym : "no area";
}
