import {EcephysSession} from "../ecephys-session.js";
import {SessionSummaries} from "../summaries/session-summaries.js";
import {beginToFetch} from "./read-snapshot.js";
import type {SessionAttachments, SummaryAttachments} from "./session-attachments.js";
import {type SnapshotFiles, TABLE_SNAPSHOTS, type TableSnapshot} from "./snapshot-files.js";

/** Which of several snapshots a session has its data from. What is not named here, it cannot give. */
export interface SnapshotChoice {
  /** Spike times around the presentations of this stimulus. */
  spikes?: string | null;
  /** Spike trains of the units of the probe of this name. */
  spikeTrains?: string | null;
  /** Spike times around the pulses of light. */
  lightSpikes?: boolean;
  /** Spikes counted in each presentation of this stimulus. */
  spikeCounts?: string | null;
  /** Spikes counted in bins around the onset of the presentations of this stimulus. */
  binnedCounts?: string | null;
  /** Mean waveforms on the peak channels alone, in place of those around them. */
  peakWaveforms?: boolean;
  /** A window of the LFP of a probe: the probe's name, and which of its windows, from 0. */
  lfp?: {probe: string; window: number} | null;
  /** The current source density of the probe of this name. */
  currentSourceDensity?: string | null;
  /** Which part of the film of the eye, from 0. */
  pupilData?: number;
  screenGazeData?: number;
  /** Is told what AllenSDK warns of; by default the console is. */
  onWarning?: (message: string) => void;
}

/** What a page needs of a session: tables by their names, and a choice where there are several snapshots. */
export type SessionNeed = TableSnapshot | SnapshotChoice;

/** Of what there are several snapshots, by the name of a stimulus or a probe. */
export type NamedSnapshots = "spikes" | "spikeCounts" | "binnedCounts" | "spikeTrains" | "lfp" | "currentSourceDensity";

/** The seam between a page and the files of its session. */
export interface SessionOpener {
  /**
   * Opens the session. What is named is fetched at once; other tables are at hand, and are fetched when they are first
   * asked for.
   *
   * @example
   * const session = await openSession("units", "stimulusPresentations", {spikes: "flashes"});
   *
   * @throws {SnapshotError} if a file cannot be fetched, is damaged, not a snapshot, or of another session
   */
  openSession(...needs: SessionNeed[]): Promise<EcephysSession>;
  /**
   * What was computed of the whole session when the site was built. What is named is fetched at once.
   *
   * @example
   * const {velocity} = await openSummaries("overview").overview();
   */
  openSummaries(...names: Exclude<keyof SummaryAttachments, "lfpOverview">[]): SessionSummaries;
  /** The stimuli or probes of which a site keeps such snapshots. A session may lack some of them. */
  choicesOf(kind: NamedSnapshots): string[];
}

/** Opens a session on a site's snapshots of it. A file is fetched once, however many sessions are opened on it. */
export function sessionOpener(attachments: SessionAttachments): SessionOpener {
  return {
    openSession(...needs) {
      const names = needs.filter((need) => typeof need === "string");
      const {onWarning, ...choice} = Object.assign(
        {},
        ...needs.filter((need) => typeof need === "object")
      ) as SnapshotChoice;
      const named = [...new Set(names.flatMap((name) => [name, ...(GOES_WITH[name] ?? [])]))];
      const asked: SnapshotFiles = {
        ...Object.fromEntries(named.map((name) => [name, attachments[name]])),
        ...chosenFiles(attachments, choice)
      };
      Object.values(asked).forEach(beginToFetch);
      const others = Object.fromEntries(TABLE_SNAPSHOTS.map((name) => [name, attachments[name]]));
      return EcephysSession.fromSnapshot({...asked, ...others, ...asked}, {onWarning});
    },
    openSummaries(...names) {
      for (const name of names) beginToFetch(attachments[name]);
      return new SessionSummaries(attachments);
    },
    choicesOf: (kind) => Object.keys(attachments[kind] ?? {})
  };
}

/** A session gives presentations only with their conditions. */
const GOES_WITH: Partial<Record<TableSnapshot, TableSnapshot[]>> = {stimulusPresentations: ["stimulusConditions"]};

function chosenFiles(files: SessionAttachments, choice: SnapshotChoice): SnapshotFiles {
  const {lightSpikes, peakWaveforms, lfp, pupilData, screenGazeData} = choice;
  const named = (kind: Exclude<NamedSnapshots, "lfp">) => files[kind]?.[choice[kind] ?? ""];
  const chosen: SnapshotFiles = {
    spikes: named("spikes") ?? named("spikeTrains") ?? (lightSpikes ? files.lightSpikes : undefined),
    spikeCounts: named("spikeCounts"),
    binnedCounts: named("binnedCounts"),
    meanWaveforms: peakWaveforms ? files.peakWaveforms : undefined,
    lfp: lfp ? files.lfp?.[lfp.probe]?.[lfp.window] : undefined,
    currentSourceDensity: named("currentSourceDensity"),
    pupilData: files.pupilData?.[pupilData ?? -1],
    screenGazeData: files.screenGazeData?.[screenGazeData ?? -1]
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, file]) => file));
}
