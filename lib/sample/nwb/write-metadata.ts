import {IDENTITY} from "../identity.js";
import type {Probe} from "../probes.js";
import type {NwbWriter} from "./nwb-writer.js";

/** What a file of the session is and holds. */
export interface FileContents {
  /** The session's id, or the probe's in an LFP file. */
  identifier: number;
  description: string;
  probes: readonly Probe[];
  /** What the file says of a probe's LFP, Hz. */
  lfpSamplingRate: (probe: Probe) => number;
}

/** Writes what a file says of itself: root attributes and datasets, `/general`, the subject and the devices. */
export function writeMetadata(nwb: NwbWriter, {identifier, description, probes, lfpSamplingRate}: FileContents): void {
  nwb.group("/", ["core", "NWBFile"], {nwb_version: "2.2.2"});
  for (const empty of ["acquisition", "analysis", "processing", "stimulus/presentation", "stimulus/templates"]) {
    nwb.group(`/${empty}`);
  }
  nwb.dataset("/identifier", String(identifier));
  nwb.dataset("/session_description", description);
  nwb.dataset("/session_start_time", IDENTITY.startTime, undefined, {}, "A");
  nwb.dataset("/timestamps_reference_time", IDENTITY.startTime, undefined, {}, "A");
  nwb.dataset("/file_create_date", [IDENTITY.fileCreateDate], undefined, {}, "A");

  nwb.group("/general");
  nwb.dataset("/general/institution", IDENTITY.institution);
  nwb.dataset("/general/session_id", String(IDENTITY.sessionId));
  nwb.dataset("/general/stimulus", IDENTITY.sessionType);
  nwb.group("/general/subject", ["ndx-aibs-ecephys", "EcephysSpecimen"], {
    age_in_days: IDENTITY.ageInDays,
    specimen_name: IDENTITY.specimenName,
    strain: IDENTITY.strain
  });
  nwb.dataset("/general/subject/age", `P${IDENTITY.ageInDays}D`);
  nwb.dataset("/general/subject/genotype", IDENTITY.genotype);
  nwb.dataset("/general/subject/sex", IDENTITY.sex);
  nwb.dataset("/general/subject/species", IDENTITY.species);
  nwb.dataset("/general/subject/subject_id", String(IDENTITY.donorId));

  for (const probe of probes) {
    const device = `/general/devices/${probe.name}`;
    nwb.group(device, ["ndx-aibs-ecephys", "EcephysProbe"], {
      probe_id: BigInt(probe.id),
      sampling_rate: probe.samplingRate
    });
    const electrodeGroup = `/general/extracellular_ephys/${probe.name}`;
    nwb.group(electrodeGroup, ["ndx-aibs-ecephys", "EcephysElectrodeGroup"], {
      description: "Ecephys Electrode Group",
      has_lfp_data: probe.hasLfp,
      lfp_sampling_rate: lfpSamplingRate(probe),
      location: "See electrode locations",
      probe_id: BigInt(probe.id)
    });
    nwb.softLink(`${electrodeGroup}/device`, device);
  }
}
