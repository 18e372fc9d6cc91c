// The snapshots that the home page shows: of the first session of the site. See [session]/session-files.ts.
import {FileAttachment} from "observablehq:stdlib";
import {sessionOpener} from "./lib/index.js";

export const {openSession, openSummaries} = sessionOpener({
  units: FileAttachment("data/first/units.arrow"),
  channels: FileAttachment("data/first/channels.arrow"),
  probes: FileAttachment("data/first/probes.arrow"),
  stimulusPresentations: FileAttachment("data/first/stimulus-presentations.arrow"),
  stimulusConditions: FileAttachment("data/first/stimulus-conditions.arrow"),
  activity: FileAttachment("data/first/activity.arrow")
});
