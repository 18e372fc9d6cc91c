import {emptyFigure} from "./empty-figure.js";

/** What a lesson says of a figure: what it is drawn from, or why there is none. */
export type DescribedFigure<Data extends readonly unknown[], Options> =
  | {data: Data; options: Options; caption: string}
  | {empty: string; caption: string};

/**
 * A figure of what a lesson describes, or the sentence that says why there is none.
 * @param chart a figure function of the library: data, then options
 * @param more options that only the page knows: its width, what a click does
 *
 * @example
 * const image = lessonFigure(spikeHistogramImage, meanFigure, {width, onChoose: chooseUnit});
 */
export function lessonFigure<
  Data extends readonly unknown[],
  Options extends object,
  Figure extends Element,
  More extends object
>(
  chart: (...given: [...Data, Options & More]) => Figure,
  described: DescribedFigure<Data, Options>,
  more: More
): Figure | HTMLElement {
  if ("empty" in described) return emptyFigure(described.empty);
  return chart(...described.data, {...described.options, ...more});
}
