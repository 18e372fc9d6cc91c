// The library as others get it, bundled for a page by tools that know nothing of this project.
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build} from "esbuild";
import type {Browser} from "playwright-core";
import {rolldown} from "rolldown";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {EcephysSession} from "../../lib/index.js";
import {installLibrary, type UserProject} from "../package/install-library.js";
import {goldenSessions} from "../parity/golden.js";
import {launchChromium} from "./chromium.js";
import {type ServedSite, serveSite} from "./serve.js";

const [mini] = goldenSessions;

/** Reads a file that is given as bytes, and draws what it found. */
const program = `
  import {EcephysSession, provideHdf5} from "neuropixels-notebook";
  import {structureCountChart} from "neuropixels-notebook/plot";
  provideHdf5(() => import("h5wasm"));
  globalThis.unitsOf = async (address) => {
    const bytes = await (await fetch(address)).arrayBuffer();
    const session = await EcephysSession.fromNwb(new File([bytes], "session.nwb"), {onWarning() {}});
    const units = await session.units();
    document.body.append(structureCountChart([{acronym: "VISp", units: units.numRows(), kept: 0}], {width: 640, ariaLabel: "Units"}));
    return units.array("unit_id");
  };`;
/** Modules of Node that h5wasm names, and does not use in a browser. */
const external = ["module", "fs", "path", "crypto"];

let project: UserProject;
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  project = installLibrary();
  writeFileSync(join(project.folder, "page.js"), program);
  writeFileSync(join(project.folder, "session.nwb"), readFileSync(mini.nwb));
  site = await serveSite(project.folder);
  browser = await launchChromium(inject("chromium"));
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  project?.remove();
});

const bundlers: Record<string, (input: string, file: string) => Promise<unknown>> = {
  esbuild: (input, outfile) =>
    build({entryPoints: [input], outfile, bundle: true, format: "esm", external, logLevel: "error"}),
  rolldown: async (input, file) => {
    const bundle = await rolldown({input, platform: "browser", external});
    await bundle.write({file, format: "esm", codeSplitting: false});
  }
};

describe.each(Object.entries(bundlers))("a page bundled by %s", (name, bundle) => {
  test("opens a file of its reader's, and draws it", async () => {
    await bundle(join(project.folder, "page.js"), join(project.folder, `${name}.js`));
    writeFileSync(
      join(project.folder, `${name}.html`),
      `<!doctype html><title>A page</title><script type="module" src="./${name}.js"></script>`
    );
    const page = await browser.newPage();
    await page.goto(`${site.origin}/${name}.html`);
    const found = await page.evaluate(() =>
      (globalThis as unknown as {unitsOf(address: string): Promise<number[]>}).unitsOf("./session.nwb")
    );
    const units = await (await EcephysSession.fromNwb(mini.nwb, {onWarning() {}})).units();
    expect(found).toEqual(Array.from(units.array("unit_id")));
    expect(await page.locator("svg").count()).toBeGreaterThan(0);
    await page.close();
  });
});
