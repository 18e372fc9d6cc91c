/**
 * Figures to be compared with their pictures: each is made for a width. They are named after the chart that they show; a further
 * one of a chart adds what sets it apart: "spikeRaster without spikes".
 */
export type Drawings = Readonly<Record<string, (width: number) => HTMLElement>>;
