// Numbers to figures. Every figure function takes data and options and returns an element with its own text alternative
// and a readout that pointer and keyboard reach; none knows about the notebook it stands in.
// The rooms: frame, axes and color are what every figure is made of; the others are what figures are about.

export {countColors, countGradient, GROUND} from "./color/count-color.js";
export {countLegend} from "./color/count-legend.js";
export {stimulusColor} from "./color/stimulus-color.js";
export {stimulusMark} from "./color/stimulus-mark.js";
export {structureColor} from "./color/structure-color.js";
export {areaPairImage} from "./correlations/area-pair-image.js";
export {correlationHistogram} from "./correlations/correlation-histogram.js";
export {correlationMatrixImage} from "./correlations/correlation-matrix-image.js";
export {pairChart} from "./correlations/pair-chart.js";
export {pairScatter} from "./correlations/pair-scatter.js";
export {cellsOf, columnsOf, type FigureColumns, withData} from "./frame/figure-data.js";
export {type CategoryScatterOptions, categoryScatter, type ScatterPoint} from "./populations/category-scatter.js";
export {conditionBars} from "./responses/condition-bars.js";
export {conditionGrid} from "./responses/condition-grid.js";
export {polarTuningChart} from "./responses/polar-tuning-chart.js";
export {tuningChart, type UnitTuning} from "./responses/tuning-chart.js";
export {tuningPanels} from "./responses/tuning-panels.js";
export {unitTuning} from "./responses/unit-tuning.js";
export {type LightPulse, pulseTimeline} from "./sessions/pulse-timeline.js";
export {type RecordedSpan, sessionContents} from "./sessions/session-contents.js";
export {sessionOverview} from "./sessions/session-overview.js";
export {type SurveyedSession, sessionSurvey} from "./sessions/session-survey.js";
export {stimulusTimeline} from "./sessions/stimulus-timeline.js";
export {type EllipseFit, type EyeEllipses, type EyeFits, eyeEllipses} from "./signals/eye-ellipses.js";
export {type Gaze, gazeMap} from "./signals/gaze-map.js";
export {probeTraces, type SiteTrace} from "./signals/probe-traces.js";
export {type RangeStrip, rangeStrip} from "./signals/range-strip.js";
export {signalImage} from "./signals/signal-image.js";
export {traceChart} from "./signals/trace-chart.js";
export {waveformPanels} from "./signals/waveform-panels.js";
export {type EventSpikes, eventRaster} from "./spikes/event-raster.js";
export {type MeanResponse, psthChart} from "./spikes/psth-chart.js";
export {spikeHistogramImage} from "./spikes/spike-histogram-image.js";
export {spikeRaster} from "./spikes/spike-raster.js";
export {type BinnedCounts, countHistogram} from "./units/count-histogram.js";
export {type FilterHistogram, filterHistogram} from "./units/filter-histogram.js";
export {metricHistogram} from "./units/metric-histogram.js";
export {structureCountChart} from "./units/structure-count-chart.js";
export {unitDepthChart} from "./units/unit-depth-chart.js";
