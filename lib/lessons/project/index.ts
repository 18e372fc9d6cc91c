/** What the page on the dataset computes for its words and figures. */
export {areaHierarchy, HIERARCHY_METRICS} from "./hierarchy.js";
export {NO_TABLES} from "./no-tables.js";
export {qualityHistograms} from "./quality-histograms.js";
export {
  dayText,
  folderText,
  type ProjectSession,
  projectSizeText,
  rowsOfSessions,
  sessionChoices,
  sessionsOf
} from "./sessions.js";
export {
  type CountsByStructure,
  type StructureCount,
  structureChart,
  structureCountsOf,
  structureRows
} from "./structures.js";
export {countsText, surveyOf, type ValueCounts} from "./survey.js";
export {surveyFigure} from "./survey-figure.js";
