import {existsSync} from "node:fs";
import {
  deleteStaleSnapshots,
  progressLine,
  provideOfflineModules,
  provideSample,
  type SessionFile,
  sessionFile,
  sessionInputs,
  sessions,
  watchLoaderSources
} from "./lib/framework/index.js";

const root = "src";

/** The pages of a session, in the order in which they are read. */
const pages = [
  {name: "The session", path: "session"},
  {name: "Units", path: "units"},
  {name: "Stimulus presentations", path: "stimulus-presentations"},
  {name: "Spikes", path: "spikes"},
  {name: "Spike histograms", path: "spike-histograms"},
  {name: "Mean waveforms", path: "mean-waveforms"},
  {name: "Running speed", path: "running-speed"},
  {name: "Optogenetic stimulation", path: "optogenetic-stimulation"},
  {name: "Eye tracking", path: "eye-tracking"},
  {name: "LFP", path: "lfp"},
  {name: "Current source density", path: "current-source-density"},
  {name: "Exercise: tuning curves", path: "tuning-curves"},
  {name: "Exercise: signal correlations", path: "signal-correlations"},
  {name: "Exercise: noise correlations", path: "noise-correlations"},
  {name: "Exercise: cross-correlations", path: "cross-correlations"},
  {name: "Exercise: unit clustering", path: "unit-clustering"},
  {name: "Exercise: population decoding", path: "population-decoding"}
].filter(({path}) => existsSync(`${root}/[session]/${path}.md`));

process.env.OBSERVABLE_TELEMETRY_DISABLE ??= "true";

const shown = sessions();
for (const session of shown) await provideSample(session, progressLine("making the synthetic session:"));

await provideOfflineModules({
  root,
  bare: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette"],
  npm: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette", "htl", "isoformat", "d3-dsv"],
  // A fifth of d3, which neither Plot nor a page uses; a cell that names `d3` without importing it gets all of it.
  without: {d3: ["d3-brush", "d3-chord", "d3-drag", "d3-fetch", "d3-force", "d3-polygon", "d3-transition", "d3-zoom"]}
});

await deleteStaleSnapshots({
  root,
  loaders: "data",
  settings: {sessions: process.env.SESSIONS?.trim() || "sample"},
  lockFile: "package-lock.json",
  inputs: ({session}) => (session === undefined ? [] : knownInputs(session))
});

if (process.argv.includes("preview")) watchLoaderSources(`${root}/data`, ["lib", "data-loaders"]);

export default {
  root,
  title: "Neuropixels Notebook",
  globalStylesheets: [], // the default asks another host for a font
  ...(existsSync(`${root}/style.css`) && {style: "style.css"}),
  head: `<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<script type="module" src="/components/reader-tools.js"></script>`,
  search: true,
  pages:
    shown.length === 1
      ? pagesOf(shown[0])
      : shown.map((session) => ({name: `Session ${session.id}`, pages: pagesOf(session)})),
  dynamicPaths: shown.flatMap((session) => pagesOf(session).map(({path}) => path)),
  footer: ({path}: {path: string}) =>
    `${footer(shown.find(({id}) => path.startsWith(`/${id}/`)) ?? shown[0])}${path === "/index" ? otherSessions() : ""}`,
  interpreters: {".ts": ["node", "--enable-source-maps", "--import", "./lib/framework/typescript.mjs"]}
};

function pagesOf({id}: SessionFile): {name: string; path: string}[] {
  return pages.map(({name, path}) => ({name, path: `/${id}/${path}`}));
}

/** A snapshot of a session that SESSIONS does not name is nobody's. */
function knownInputs(session: string): string[] | null {
  return session === "first" || shown.some(({id}) => String(id) === session)
    ? sessionInputs(sessionFile(session))
    : null;
}

/** Links to the sessions that the home page does not show. */
function otherSessions(): string {
  const links = shown
    .slice(1)
    .map(({id}) => `<a data-session="${id}" href="./${id}/${pages[0].path}">session ${id}</a>`);
  return links.length ? ` Also in this notebook: ${links.join(", ")}.` : "";
}

function footer({id, synthetic}: SessionFile): string {
  return synthetic
    ? `Session ${id} is <strong>synthetic</strong>: made by this project from a model, not recorded from a mouse.`
    : `Session ${id}. Published sessions are the Allen Institute’s: <a href="https://doi.org/10.1038/s41586-020-03171-x">Siegle et al. (2021)</a>, <a href="https://alleninstitute.org/terms-of-use/">terms of use</a>.`;
}
