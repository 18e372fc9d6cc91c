/**
 * Numbers to figures. Every figure function takes data and options and returns an element with its own text alternative
 * and a readout that pointer and keyboard reach; none knows about the notebook it stands in.
 * The rooms: frame, axes and color are what every figure is made of; the others are what figures are about.
 *
 * @module neuropixels-notebook/plot
 */

export type {StimulusInterval} from "./axes/stimulus-band.js";
export type {ColorScheme} from "./color/color-scheme.js";
export {countColors, countGradient, GROUND} from "./color/count-color.js";
export {countLegend} from "./color/count-legend.js";
export {stimulusColor} from "./color/stimulus-color.js";
export {stimulusMark} from "./color/stimulus-mark.js";
export {structureColor} from "./color/structure-color.js";
export {type AreaPair, type AreaPairImageOptions, areaPairImage} from "./correlations/area-pair-image.js";
export {type CorrelationHistogramOptions, correlationHistogram} from "./correlations/correlation-histogram.js";
export {
  type CorrelationMatrixImage,
  type CorrelationMatrixOptions,
  correlationMatrixImage,
  type MatrixUnit
} from "./correlations/correlation-matrix-image.js";
export {
  type BinnedMean,
  type PairChart,
  type PairChartOptions,
  type PairValues,
  pairChart
} from "./correlations/pair-chart.js";
export {type PairScatterOptions, pairScatter} from "./correlations/pair-scatter.js";
export {cellsOf, columnsOf, type FigureColumns, type FigureWithData, withData} from "./frame/figure-data.js";
export type {SizedFigureOptions} from "./frame/figure-options.js";
export {type CategoryScatterOptions, categoryScatter, type ScatterPoint} from "./populations/category-scatter.js";
export {conditionBars} from "./responses/condition-bars.js";
export {conditionGrid} from "./responses/condition-grid.js";
export type {ConditionFigureOptions, ConditionValue} from "./responses/condition-value.js";
export {type PolarTuningChartOptions, polarTuningChart} from "./responses/polar-tuning-chart.js";
export {type TuningChartOptions, tuningChart, type UnitTuning} from "./responses/tuning-chart.js";
export {
  type PanelTuning,
  type TuningPanels,
  type TuningPanelsOptions,
  tuningPanels
} from "./responses/tuning-panels.js";
export {unitTuning} from "./responses/unit-tuning.js";
export {type LightPulse, type PulseTimelineOptions, pulseTimeline} from "./sessions/pulse-timeline.js";
export {type RecordedSpan, type SessionContentsOptions, sessionContents} from "./sessions/session-contents.js";
export {type SessionActivity, type SessionOverview, sessionOverview} from "./sessions/session-overview.js";
export {type SessionSurveyOptions, type SurveyedSession, sessionSurvey} from "./sessions/session-survey.js";
export {type StimulusTimelineOptions, stimulusTimeline, type TimelineEpoch} from "./sessions/stimulus-timeline.js";
export {
  type EllipseFit,
  type EyeEllipses,
  type EyeEllipsesOptions,
  type EyeFits,
  eyeEllipses
} from "./signals/eye-ellipses.js";
export {type Gaze, type GazeMapOptions, gazeMap} from "./signals/gaze-map.js";
export {type ProbeTracesOptions, probeTraces, type SiteTrace} from "./signals/probe-traces.js";
export {type BinnedRange, type RangeStrip, type RangeStripOptions, rangeStrip} from "./signals/range-strip.js";
export {type SignalImageOptions, type SignalRow, type Signals, signalImage} from "./signals/signal-image.js";
export {type Trace, type TraceChart, type TraceChartOptions, traceChart} from "./signals/trace-chart.js";
export {
  type PeakWaveform,
  type WaveformPanels,
  type WaveformPanelsOptions,
  waveformPanels
} from "./signals/waveform-panels.js";
export {type EventRasterOptions, type EventSpikes, eventRaster} from "./spikes/event-raster.js";
export {type MeanResponse, type PsthChartOptions, psthChart} from "./spikes/psth-chart.js";
export {type SpikeHistogramImageOptions, spikeHistogramImage, type UnitCounts} from "./spikes/spike-histogram-image.js";
export {type RasterSpikes, type SpikeRasterOptions, spikeRaster} from "./spikes/spike-raster.js";
export {type BinnedCounts, type CountHistogramOptions, countHistogram} from "./units/count-histogram.js";
export {type FilterHistogram, type FilterHistogramOptions, filterHistogram} from "./units/filter-histogram.js";
export type {KeptSide} from "./units/kept-side.js";
export {type MetricHistogramOptions, metricHistogram} from "./units/metric-histogram.js";
export type {PlacedChannel} from "./units/probe-spans.js";
export {type StructureCount, structureCountChart} from "./units/structure-count-chart.js";
export {type UnitDepthChart, type UnitDepthChartOptions, unitDepthChart} from "./units/unit-depth-chart.js";
