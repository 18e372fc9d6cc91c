import type {StructureAcronym} from "../../words/index.js";
import type {ColorPair} from "./color-pair.js";

/**
 * The colours of the structures that the Visual Coding probes cross, in the light and in the dark theme. A system is a hue;
 * its members differ by lightness. Chosen by search so that the structures most often recorded
 * (`test/plot/color/structure-color.test.ts` lists them) stay apart for readers with protanopia, deuteranopia and tritanopia, and
 * every colour has a contrast of at least 3 against both grounds.
 */
export const STRUCTURE_PALETTE: Readonly<Record<StructureAcronym, ColorPair>> = {
  // visual cortex
  VISp: ["#233586", "#516ab4"],
  VISl: ["#344592", "#617fc4"],
  VISrl: ["#47559e", "#7393d3"],
  VISal: ["#5966aa", "#87a7e1"],
  VISpm: ["#6c76b5", "#9bbbf0"],
  VISam: ["#7f87c1", "#b0d0ff"],
  VISli: ["#584986", "#8682bc"],
  VISmma: ["#79699e", "#a9abdc"],
  VISmmp: ["#8a7aab", "#bcc0ed"],
  VIS: ["#306994", "#6aa6c6"],
  // hippocampal formation
  CA1: ["#b56a2f", "#f5aa3b"],
  CA2: ["#a8605a", "#f09974"],
  CA3: ["#a25926", "#de972f"],
  DG: ["#8f491d", "#c78423"],
  SUB: ["#7c3a14", "#b17215"],
  ProS: ["#6a2b0a", "#9b6005"],
  POST: ["#804243", "#c07558"],
  PRE: ["#6d3437", "#a8634a"],
  HPF: ["#94514e", "#d88766"],
  // thalamus
  LGd: ["#00603f", "#7ff9b6"],
  LGv: ["#006360", "#6deee3"],
  IGL: ["#3f592c", "#c3eb98"],
  IntG: ["#486432", "#b5de8e"],
  LP: ["#0d714b", "#69e3a5"],
  LD: ["#1b8358", "#54cd95"],
  PO: ["#279465", "#3cb885"],
  POL: ["#158883", "#42beb9"],
  VPM: ["#33a772", "#21a375"],
  VPL: ["#219a94", "#2ca9a6"],
  VL: ["#077773", "#56d4cc"],
  MGd: ["#506e39", "#a7d183"],
  MGv: ["#5a7940", "#9ac379"],
  MGm: ["#638347", "#8db66f"],
  SGN: ["#6c8e4e", "#80a965"],
  PP: ["#769955", "#739d5b"],
  PIL: ["#0a697b", "#64ddf6"],
  PoT: ["#13768a", "#56cbe5"],
  Eth: ["#1b8499", "#47bad5"],
  PF: ["#2392a8", "#39a9c4"],
  RT: ["#2a9fb6", "#2b9ab5"],
  TH: ["#0f7f7b", "#4cc9c3"],
  // midbrain
  SCzo: ["#896fa0", "#ab8dbb"],
  SCsg: ["#806899", "#a685b7"],
  SCop: ["#776092", "#a17cb4"],
  SCig: ["#8b5588", "#b86fa4"],
  SCiw: ["#6e598a", "#9c73b0"],
  APN: ["#a46a9a", "#c18bb2"],
  NOT: ["#99637d", "#bd8197"],
  OP: ["#814d6c", "#b46784"],
  PPT: ["#a66e87", "#c18ea1"],
  RPF: ["#754363", "#ae597b"],
  LT: ["#8d5874", "#b8748e"],
  MRN: ["#724176", "#ae5297"],
  MB: ["#624f81", "#9567ab"],
  // other
  CP: ["#6b5f4a", "#9f927c"],
  OLF: ["#61715e", "#96a793"],
  COAa: ["#5f7e7f", "#96b7b8"],
  COApm: ["#778499", "#b1bfd5"],
  BMAa: ["#99899d", "#d7c5db"],
  ZI: ["#684e4d", "#9a7e7d"]
};

/** White matter, ventricles, channels without an area, and any acronym this project does not know. */
export const UNKNOWN_STRUCTURE_COLOR: ColorPair = ["#868686", "#808080"];
