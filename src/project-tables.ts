// The tables over all sessions in the folder that the site's sessions stand in.
import {FileAttachment} from "observablehq:stdlib";
import {verifiedFiles} from "./components/verified-files.js";
import {openProjectTables} from "./lib/index.js";

/** Opens the snapshots of these tables. */
export const projectTables = () =>
  openProjectTables(
    verifiedFiles({
      sessions: FileAttachment("data/project/sessions.arrow"),
      probes: FileAttachment("data/project/probes.arrow"),
      channels: FileAttachment("data/project/channels.arrow"),
      units: FileAttachment("data/project/units.arrow"),
      structureCounts: FileAttachment("data/project/structure-counts.arrow"),
      metricCounts: FileAttachment("data/project/metric-counts.arrow"),
      areaMetrics: FileAttachment("data/project/area-metrics.arrow")
    })
  );
