import {Hdf5File} from "./hdf5-file.js";
import {NwbError} from "./nwb-error.js";
import {openHdf5} from "./open-hdf5.js";
import type {NwbSource} from "./source.js";

/** An NWB 2 file, open for reading. */
export class NwbFile extends Hdf5File {
  /** The version of the NWB schema it was written with, e.g. `2.2.2`. */
  get nwbVersion(): string {
    return String(this.attribute("/", "nwb_version"));
  }

  /**
   * Opens a file and makes sure that it says of itself that it is NWB 2.
   * @throws {NwbError} `not-nwb`, `unsupported-version`, and what opening the HDF5 file throws
   */
  static override async open(source: NwbSource): Promise<NwbFile> {
    const file = new NwbFile(await openHdf5(source));
    try {
      requireNwb2(file);
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }
}

function requireNwb2(file: NwbFile): void {
  const version = file.attribute("/", "nwb_version");
  const expected = "an NWB 2 file";
  if (typeof version === "string" && /^2\./.test(version)) return;
  if (version !== undefined) {
    throw new NwbError("unsupported-version", {
      file: file.name,
      path: "/@nwb_version",
      expected,
      found: `version ${JSON.stringify(version)}`,
      remedy: "Use a file that was written as NWB 2; the Allen Institute's current files are."
    });
  }
  if (file.has("/nwb_version")) {
    throw new NwbError("unsupported-version", {
      file: file.name,
      path: "/nwb_version",
      expected,
      found: "an NWB 1 file",
      remedy: "Fetch the session's current file: all published sessions were written again as NWB 2 in 2020."
    });
  }
  throw new NwbError("not-nwb", {
    file: file.name,
    path: "/@nwb_version",
    expected: `${expected} with the attribute nwb_version`,
    found: "an HDF5 file without it",
    remedy: "Give an .nwb file; if it should be one, fetch it again: a repacking tool may have dropped the attribute."
  });
}
