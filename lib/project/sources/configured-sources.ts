import {existsSync} from "node:fs";
import {ProjectError} from "../project-error.js";
import {dandiSource} from "./dandi-source.js";
import {localSource} from "./local-source.js";
import type {ProjectSource} from "./project-source.js";
import {s3Source} from "./s3-source.js";
import {warehouseSource} from "./warehouse-source.js";

/** The public archives, by the name under which a setting may name them. An address in place of the public one is for tests. */
const ARCHIVES: Record<string, (address?: string) => ProjectSource> = {
  dandi: (address) => dandiSource({address}),
  s3: (address) => s3Source({address}),
  warehouse: (address) => warehouseSource({address})
};

/**
 * The sources that a setting names, in its order: "dandi", "s3", "warehouse", each perhaps with another address
 * ("s3=http://127.0.0.1:9000"), or the path of a folder in AllenSDK's cache layout, with a "/" in it; all separated by commas.
 *
 * The default asks DANDI first, as it alone publishes digests, then the Allen Institute's bucket, which has the tables and is
 * fast, then its warehouse.
 * @throws {ProjectError} `wrong-argument` for any other name, and a folder that does not exist
 */
export function configuredSources(setting = process.env.NEUROPIXELS_SOURCES): ProjectSource[] {
  const names = (setting?.trim() || "dandi,s3,warehouse").split(",").map((name) => name.trim());
  return names.filter(Boolean).map((name) => {
    const [, archive, address] = /^(\w+)(?:=(https?:.+))?$/.exec(name) ?? [];
    if (Object.hasOwn(ARCHIVES, archive)) return ARCHIVES[archive](address);
    if (name.includes("/") && existsSync(name)) return localSource(name);
    throw new ProjectError("wrong-argument", {
      path: "NEUROPIXELS_SOURCES",
      expected: `names among ${Object.keys(ARCHIVES).join(", ")}, or folders that exist (with a "/")`,
      found: name,
      remedy: "Check the spelling; without the setting, the public archives are asked."
    });
  });
}
