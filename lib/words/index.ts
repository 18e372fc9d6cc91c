/**
 * What things are called, and in which order: structures, conditions, flashes, numbers in words. Pure, and the same for pages,
 * figures and lessons; what things look like stands in lib/plot.
 *
 * @module neuropixels-notebook/words
 */

export {areasOf} from "./areas-of.js";
export {channelStructure, type StructuredChannel} from "./channel-structure.js";
export {
  type Condition,
  conditionLabel,
  flashColorName,
  hasPlace,
  parameterLabel,
  textOf,
  varyingParameters
} from "./condition-label.js";
export {countText} from "./count-text.js";
export {countedText} from "./counted-text.js";
export {HIERARCHY_SCORES} from "./hierarchy-scores.js";
export {decimalText, quantityText, roundedText, significantText} from "./number-text.js";
export {percentText} from "./percent-text.js";
export {placeChannels, placeUnits, type RowTable} from "./place-units.js";
export {pulseKind} from "./pulse-kind.js";
export {STIMULUS_CLASSES, type StimulusClass, stimulusClass} from "./stimulus-class.js";
export {structureName} from "./structure-name.js";
export {
  compareStructures,
  type StructureAcronym,
  type StructureSystem,
  structureAcronyms,
  structureSystem
} from "./structure-order.js";
export {orderUnits, type PlacedUnit} from "./unit-order.js";
export type {ProbeUnit, UnitRow} from "./unit-row.js";
