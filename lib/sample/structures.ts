/** The brain structures of the sample and their ids in the Allen Mouse Common Coordinate Framework (CCFv3 ontology). */
export const STRUCTURE_IDS = {
  VISp: 385,
  VISl: 409,
  VISal: 402,
  VISrl: 417,
  VISam: 394,
  VISpm: 533,
  CA1: 382,
  DG: 726,
  LGd: 170,
  LP: 218,
  APN: 215,
  grey: 8
} as const;

/** The acronym of a structure in the sample. */
export type Structure = keyof typeof STRUCTURE_IDS;
