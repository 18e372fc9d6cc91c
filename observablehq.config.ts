import {existsSync} from "node:fs";
import type MarkdownIt from "markdown-it";
import {progressLine, provideSample, siteOrigins} from "./lib/commands/index.js";
import {provideSessions, type SessionFile, sessions} from "./lib/project/index.js";
import {
  checkImports,
  deleteStaleSnapshots,
  explainTerms,
  inlineScript,
  linkPages,
  provideOfflineModules,
  provideRoot,
  SOURCES,
  watchDoors,
  watchLoaderSources,
  watchRoot
} from "./lib/site/index.js";

/** What a preview is shown in place of src/: all of it, but the library in a few modules, one for each of its doors. */
const root = provideRoot("preview", ["lib"]);

/** The pages of a session, in the order in which they are read. */
const tutorial = [
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
  {name: "Current source density", path: "current-source-density"}
].filter(isThere);

/** The exercises on a session. */
const exercises = [
  {name: "Tuning curves", path: "tuning-curves"},
  {name: "Signal correlations", path: "signal-correlations"},
  {name: "Noise correlations", path: "noise-correlations"},
  {name: "Cross-correlations", path: "cross-correlations"},
  {name: "Unit clustering", path: "unit-clustering"},
  {name: "Population decoding", path: "population-decoding"}
].filter(isThere);

process.env.OBSERVABLE_TELEMETRY_DISABLE ??= "true";

await provideSessions();
const shown = sessions();
for (const session of shown) await provideSample(session, progressLine("making the synthetic session:"));

await provideOfflineModules({
  root: SOURCES,
  bare: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette"],
  npm: ["d3", "@observablehq/plot", "arquero", "@uwdata/flechette", "htl", "isoformat", "d3-dsv"],
  // A fifth of d3, which neither Plot nor a page uses; a cell that names `d3` without importing it gets all of it.
  without: {
    d3: "brush chord dispatch drag dsv ease fetch force polygon timer transition zoom"
      .split(" ")
      .map((part) => `d3-${part}`)
  }
});

// npm start has done so before it started the preview, and is making what is missing.
if (!process.env.SNAPSHOTS_MADE_AT) await deleteStaleSnapshots(siteOrigins(SOURCES));

if (process.argv.includes("preview")) {
  watchRoot("preview", ["lib"]);
  await watchDoors(`${root}/lib`);
  watchLoaderSources(`${SOURCES}/data`, ["lib", "data-loaders"]);
}

export default {
  root,
  title: "Neuropixels Notebook",
  globalStylesheets: [], // the default asks another host for a font
  ...(existsSync(`${SOURCES}/style.css`) && {style: "style.css"}),
  head: `<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${inlineScript(`${SOURCES}/components/without-code.ts`)}
<script type="module" src="/components/reader-tools.js"></script>${makingSnapshots()}`,
  search: true,
  preserveExtension: true, // hosts differ in what they make of an address without it
  toc: {show: true, label: "On this page"},
  header: ({path}: {path: string}) =>
    ["/index", "/404"].includes(path) ? "" : `<button type="button" class="pages">Pages</button>${sessionSwitch(path)}`,
  markdownIt: (markdown: MarkdownIt) =>
    [explainTerms(`${SOURCES}/glossary.md`, "/glossary"), linkPages(shown[0].id), checkImports].reduce(
      (extended, extend) => extend(extended),
      markdown
    ),
  pages: [
    {name: "The dataset", path: "/project"},
    ...(shown.length === 1
      ? [
          {name: "One session", pages: pagesOf(shown[0], tutorial)},
          {name: "Exercises", pages: pagesOf(shown[0], exercises)}
        ]
      : shown.map((session) => ({
          name: `Session ${session.id}`,
          pages: [...pagesOf(session, tutorial), ...pagesOf(session, exercises, "Exercise: ")],
          collapsible: true,
          open: false,
          pager: String(session.id)
        }))),
    {name: "Glossary", path: "/glossary", pager: null}
  ],
  dynamicPaths: shown.flatMap((session) => pagesOf(session, [...tutorial, ...exercises]).map(({path}) => path)),
  footer: ({path}: {path: string}) =>
    `${footer(shown.find(({id}) => path.startsWith(`/${id}/`)) ?? shown[0])}${path === "/index" ? otherSessions() : ""}`,
  interpreters: {".ts": ["node", "--enable-source-maps", "--import", "./lib/site/typescript.mjs"]}
};

interface SessionPage {
  name: string;
  path: string;
}

/** A page that is still to be written is not named. */
function isThere({path}: SessionPage): boolean {
  return existsSync(`${SOURCES}/[session]/${path}.md`);
}

function pagesOf({id}: SessionFile, pages: SessionPage[], before = ""): SessionPage[] {
  return pages.map(({name, path}) => ({name: before ? before + name.toLowerCase() : name, path: `/${id}/${path}`}));
}

/** Where there are several sessions, a list that leads to the same page of another; src/components follows it. */
function sessionSwitch(path: string): string {
  const current = shown.find(({id}) => path.startsWith(`/${id}/`));
  if (!current || shown.length === 1) return "";
  const options = shown.map(({id}) => `<option value="${id}"${id === current.id ? " selected" : ""}>${id}</option>`);
  return `<label>Session <select data-session="${current.id}">${options.join("")}</select></label>`;
}

/** In a preview, what says how far snapshots are made. */
function makingSnapshots(): string {
  const address = process.env.SNAPSHOTS_MADE_AT;
  if (!address) return "";
  return `
<meta name="snapshots-made-at" content="${address}">
<script type="module" src="/components/snapshot-progress.js"></script>`;
}

/** Links to the sessions that the home page does not show. */
function otherSessions(): string {
  const links = shown
    .slice(1)
    .map(({id}) => `<a data-session="${id}" href="./${id}/${tutorial[0].path}">session ${id}</a>`);
  return links.length ? ` Also in this notebook: ${links.join(", ")}.` : "";
}

function footer({id, synthetic}: SessionFile): string {
  return synthetic
    ? `Session ${id} is <strong>synthetic</strong>: made by this project from a model, not recorded from a mouse.`
    : `Session ${id}. Published sessions are the Allen Institute’s: <a href="https://doi.org/10.1038/s41586-020-03171-x">Siegle et al. (2021)</a>, <a href="https://alleninstitute.org/terms-of-use/">terms of use</a>.`;
}
