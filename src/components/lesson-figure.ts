import {emptyFigure} from "./empty-figure.js";

/** A figure function of the library: data, then options. */
type Chart = (...given: never[]) => Element;

/** What a chart is given before its options, and the options. */
type DataOf<Own extends Chart> = Required<Parameters<Own>> extends [...infer Data, unknown] ? Readonly<Data> : never;
type OptionsOf<Own extends Chart> = Required<Parameters<Own>> extends [...unknown[], infer Options] ? Options : never;

/** What a lesson says of a figure: what it is drawn from, or why there is none. */
export type DescribedFigure<Own extends Chart, Said> =
  | {data: DataOf<Own>; options: Said; caption: string; empty?: undefined}
  | {empty: string; caption: string; data?: undefined; options?: undefined};

/**
 * A figure of what a lesson describes, or the sentence that says why there is none.
 * @param more the options that only the page knows: its width, what a click does
 *
 * @example
 * const image = lessonFigure(spikeHistogramImage, meanImage, {width, onChoose: chooseUnit});
 */
export function lessonFigure<Own extends Chart, Said extends Partial<OptionsOf<Own>>>(
  chart: Own,
  described: DescribedFigure<Own, Said>,
  more: Omit<OptionsOf<Own>, keyof Said> & Partial<OptionsOf<Own>>
): ReturnType<Own> | HTMLElement {
  if (described.empty !== undefined) return emptyFigure(described.empty);
  const given = [...described.data, {...described.options, ...more}] as never[]; // of the types that a chart's own are
  return chart(...given) as ReturnType<Own>;
}
