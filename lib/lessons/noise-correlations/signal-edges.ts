import {range} from "d3";

/** The edges of bins of signal correlation: ten from −1 to 1. */
export const signalEdges: number[] = range(-5, 6).map((fifth) => fifth / 5);
