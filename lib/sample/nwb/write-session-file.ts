import {IDENTITY} from "../identity.js";
import {LFP_MODEL} from "../lfp/lfp.js";
import type {SessionModel} from "../session-model.js";
import {NwbWriter} from "./nwb-writer.js";
import {writeElectrodes} from "./write-electrodes.js";
import {writeEyeTracking} from "./write-eye-tracking.js";
import {writeInvalidTimes, writePresentations, writeStimulusTimes} from "./write-intervals.js";
import {writeMetadata} from "./write-metadata.js";
import {writeOptotagging} from "./write-optotagging.js";
import {writeRunning} from "./write-running.js";
import {writeSpecifications} from "./write-specifications.js";
import {writeUnits} from "./write-units.js";

/** Writes the session as an NWB 2.2.2 file, in the layout of the Allen Institute's files of June 2020. */
export async function writeSessionFile(path: string, model: SessionModel): Promise<void> {
  const nwb = await NwbWriter.create(path, model.seed);
  writeMetadata(nwb, {
    identifier: IDENTITY.sessionId,
    description: IDENTITY.description,
    probes: model.probes,
    lfpSamplingRate: ({samplingRate}) => samplingRate / LFP_MODEL.subsampling
  });
  writeElectrodes(nwb, model.channels);
  writeStimulusTimes(nwb, model.presentations);
  writePresentations(nwb, model.presentations);
  writeInvalidTimes(nwb, model.invalidTimes);
  writeRunning(nwb, model.runningWheel);
  writeEyeTracking(nwb, model.eyeTracking);
  writeOptotagging(nwb, model.lightStimuli);
  writeUnits(nwb, model);
  writeSpecifications(nwb);
  nwb.close();
}
