// Numbers to figures. Every figure function takes data and options and returns an element with its own text alternative
// and a readout that pointer and keyboard reach; none knows about the notebook it stands in.

export {
  compareStructures,
  conditionLabel,
  flashColorName,
  hasPlace,
  orderUnits,
  placeChannels,
  placeUnits,
  stimulusClass,
  structureName,
  structureSystem,
  varyingParameters
} from "../words/index.js";
export {areaPairImage} from "./area-pair-image.js";
export {type CategoryScatterOptions, categoryScatter, type ScatterPoint} from "./category-scatter.js";
export {conditionBars} from "./condition-bars.js";
export {conditionGrid} from "./condition-grid.js";
export {correlationHistogram} from "./correlation-histogram.js";
export {correlationMatrixImage} from "./correlation-matrix-image.js";
export {countColors, countGradient, ground} from "./count-color.js";
export {type BinnedCounts, countHistogram} from "./count-histogram.js";
export {countLegend} from "./count-legend.js";
export {type EventSpikes, eventRaster} from "./event-raster.js";
export {type EllipseFit, type EyeEllipses, type EyeFits, eyeEllipses} from "./eye-ellipses.js";
export {cellsOf, columnsOf, type FigureColumns, withData} from "./figure-data.js";
export {type FilterHistogram, filterHistogram} from "./filter-histogram.js";
export {type Gaze, gazeMap} from "./gaze-map.js";
export {metricHistogram} from "./metric-histogram.js";
export {pairChart} from "./pair-chart.js";
export {pairScatter} from "./pair-scatter.js";
export {polarTuningChart} from "./polar-tuning-chart.js";
export {probeTraces, type SiteTrace} from "./probe-traces.js";
export {type MeanResponse, psthChart} from "./psth-chart.js";
export {type LightPulse, pulseTimeline} from "./pulse-timeline.js";
export {type RangeStrip, rangeStrip} from "./range-strip.js";
export {type RecordedSpan, sessionContents} from "./session-contents.js";
export {sessionOverview} from "./session-overview.js";
export {type SurveyedSession, sessionSurvey} from "./session-survey.js";
export {signalImage} from "./signal-image.js";
export {spikeHistogramImage} from "./spike-histogram-image.js";
export {spikeRaster} from "./spike-raster.js";
export {stimulusColor} from "./stimulus-color.js";
export {stimulusMark} from "./stimulus-mark.js";
export {stimulusTimeline} from "./stimulus-timeline.js";
export {structureColor} from "./structure-color.js";
export {structureCountChart} from "./structure-count-chart.js";
export {traceChart} from "./trace-chart.js";
export {tuningChart, type UnitTuning} from "./tuning-chart.js";
export {tuningPanels} from "./tuning-panels.js";
export {unitDepthChart} from "./unit-depth-chart.js";
export {unitTuning} from "./unit-tuning.js";
export {waveformPanels} from "./waveform-panels.js";
