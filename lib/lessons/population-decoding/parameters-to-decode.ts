import type {DecodablePresentation} from "./decodable-presentation.js";
import {parameterColumns} from "./parameter-columns.js";

/** What a decoder is to tell of a presentation. */
export interface DecodedParameter {
  /** In the page's address. */
  id: string;
  /** With its unit, for readers. */
  name: string;
  /** Whether values half a turn apart have the same orientation. */
  isDirection: boolean;
  /** The value in a presentation; null where there is none. */
  of: (presentation: DecodablePresentation) => number | null;
}

/** The parameters to name first. */
const FIRST = ["orientation", "frame", "color", "temporal_frequency", "spatial_frequency", "phase"];

/** Which values can be decoded: the numbers of each parameter that changes, directions also without their sense. */
export function parametersToDecode(presentations: readonly DecodablePresentation[]): DecodedParameter[] {
  const varying = parameterColumns(presentations)
    .map((name) => ({name, values: new Set(presentations.map((row) => row[name]).filter(isNumber))}))
    .filter(({values}) => values.size > 1)
    .sort((a, b) => rankOf(a.name) - rankOf(b.name));
  if (varying.length === 0) return [{id: "none", name: "nothing to decode", isDirection: false, of: () => null}];
  return varying.flatMap(({name, values}) => {
    const isDirection = name === "orientation" && Math.max(...values) >= 180;
    const of = ({[name]: value}: DecodablePresentation) => (isNumber(value) ? value : null);
    return isDirection
      ? [{id: name, name: "orientation (direction, deg)", isDirection, of}, orientationOfDirection]
      : [{id: name, name, isDirection, of}];
  });
}

/** Whether a value is a number that can be decoded. */
export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

const orientationOfDirection: DecodedParameter = {
  id: "axis",
  name: "orientation modulo 180 (deg)",
  isDirection: false,
  of: ({orientation}) => (isNumber(orientation) ? orientation % 180 : null)
};

/** A condition is all parameters at once, and comes last. */
function rankOf(name: string): number {
  const index = FIRST.indexOf(name);
  return index < 0 ? FIRST.length + Number(name === "stimulus_condition_id") : index;
}
