import {readFileSync} from "node:fs";
import {transformSync} from "esbuild";

/** A module that imports nothing, as a classic script within a page: it runs before all else, and where modules cannot be loaded. */
export function inlineScript(path: string): string {
  const {code} = transformSync(readFileSync(path, "utf8"), {loader: "ts", format: "iife", minify: true});
  return `<script>${code.trim()}</script>`;
}
