import {symbolCircle, symbolCross, symbolDiamond2, symbolSquare, symbolStar, symbolTriangle, symbolWye} from "d3";

/** The symbols of groups, by their number. */
export const CATEGORY_SYMBOLS = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond2,
  symbolCross,
  symbolStar,
  symbolWye
] as const;
