import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {type Config, normalizeConfig} from "@observablehq/framework/dist/config.js";

/**
 * The site's configuration, as Framework reads it. Reading it makes the synthetic session if it is wanted, fills the module
 * cache and deletes stale snapshots: see observablehq.config.ts.
 */
export async function siteConfig(): Promise<Config> {
  process.env.OBSERVABLE_TELEMETRY_DISABLE ??= "true";
  const path = resolve("observablehq.config.ts");
  const {default: spec} = (await import(pathToFileURL(path).href)) as {default: object};
  return normalizeConfig(spec, undefined, path);
}
