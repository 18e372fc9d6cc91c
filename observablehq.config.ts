import {existsSync} from "node:fs";
import {provideOfflineModules} from "./lib/framework/offline-modules.js";

const root = "src";

await provideOfflineModules({
  root,
  bare: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette", "isoformat"],
  npm: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette", "htl", "isoformat", "d3-dsv"],
  without: {d3: ["d3-brush", "d3-chord", "d3-drag", "d3-fetch", "d3-force", "d3-polygon", "d3-transition", "d3-zoom"]}
});

export default {
  root,
  title: "Neuropixels Notebook",
  globalStylesheets: [], // the default asks another host for a font
  ...(existsSync(`${root}/style.css`) && {style: "style.css"}),
  search: true,
  interpreters: {".ts": ["node", "--enable-source-maps", "--import", "./lib/framework/typescript.mjs"]}
};
