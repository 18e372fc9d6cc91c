// The snapshots that the home page shows: of the first session of the site. See [session]/session-files.ts.
import {FileAttachment} from "observablehq:stdlib";
import {verifiedFiles} from "./components/verified-files.js";
import {sessionOpener} from "./lib/index.js";

const attachments = {
  units: FileAttachment("data/first/units.arrow"),
  channels: FileAttachment("data/first/channels.arrow"),
  probes: FileAttachment("data/first/probes.arrow"),
  stimulusPresentations: FileAttachment("data/first/stimulus-presentations.arrow"),
  stimulusConditions: FileAttachment("data/first/stimulus-conditions.arrow"),
  activity: FileAttachment("data/first/activity.arrow")
};

export const {openSession, openSummaries} = sessionOpener(verifiedFiles(attachments));
