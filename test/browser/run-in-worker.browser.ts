// The page's worker, in Chromium: what an analysis in it gives, how it tells of progress, how it ends.
import {readdirSync} from "node:fs";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {decode} from "../../lib/analysis/index.js";
import type {runInWorker} from "../../src/components/run-in-worker.js";
import {launchChromium} from "./chromium.js";

/** Counts of units that each prefer one class; plain lists, as a browser is told of them. */
function population(trials: number, units: number, classes: number): {values: number[]; target: number[]} {
  const values = Array.from({length: trials * units}, (_, at) => {
    const [trial, unit] = [Math.floor(at / units), at % units];
    return ((at * 7919) % 13) + (trial % classes === unit % classes ? 4 : 0);
  });
  return {values, target: Array.from({length: trials}, (_, trial) => trial % classes)};
}

interface Asked {
  rows: number;
  values: number[];
  target: number[];
  /** Aborts when it is first told of progress. */
  abort?: boolean;
}

/** Done in the page: decodes in a worker, and tells what came of it. */
async function askInPage({rows, values, target, abort}: Asked) {
  const components = globalThis as unknown as {runInWorker: typeof runInWorker};
  const fractions: number[] = [];
  const controller = new AbortController();
  const trials = {rows, columns: values.length / rows, values: Float64Array.from(values)};
  const onProgress = (fraction: number) => {
    fractions.push(fraction);
    if (abort) controller.abort(new Error("enough"));
  };
  try {
    const decoder = {kind: "logistic-regression"} as const;
    const {signal} = controller;
    const {accuracy, predictions} = await components.runInWorker(
      "decode",
      {trials, target, decoder},
      {signal, onProgress}
    );
    return {accuracy, predictions: Array.from(predictions), fractions};
  } catch (error) {
    const {name, message, tag} = error as Error & {tag?: string};
    return {error: {name, message, tag}, fractions};
  }
}

describe("an analysis in the worker of a page", () => {
  const components = "_import/components";
  // What the page on decoding takes, runInWorker among it.
  const file = readdirSync(`dist/${components}`).find((name) => name.startsWith("page-session-population-decoding."));
  const module = `${inject("origin")}/${components}/${file}`;
  let browser: Browser;
  let page: Page;
  const workers = () => page.workers().length;

  beforeAll(async () => {
    browser = await launchChromium(inject("chromium"));
    page = await browser.newPage();
    await page.goto(inject("origin"));
    await page.addScriptTag({
      type: "module",
      content: `import * as m from "${module}"; globalThis.runInWorker = m.runInWorker`
    });
    await page.waitForFunction(() => "runInWorker" in globalThis);
  });
  afterAll(() => browser.close());

  test("gives what it gives when it is called, and tells how far it is, up to 1", async () => {
    const {values, target} = population(300, 12, 3);
    const found = await page.evaluate(askInPage, {rows: 300, values, target});
    const trials = {rows: 300, columns: 12, values: Float64Array.from(values)};
    const {accuracy, predictions} = await decode(trials, target, {decoder: {kind: "logistic-regression"}});
    expect(found).toMatchObject({accuracy, predictions: Array.from(predictions)});
    expect(found.fractions).toEqual(found.fractions.toSorted((a, b) => a - b));
    expect(found.fractions.at(-1)).toBe(1);
  });

  test("ends at once when it is aborted", async () => {
    const {values, target} = population(2000, 80, 40);
    const found = await page.evaluate(askInPage, {rows: 2000, values, target, abort: true});
    expect(found).toMatchObject({error: {message: "enough"}});
    expect(found.fractions).toHaveLength(1);
    await expect.poll(workers).toBe(0);
  });

  test("throws an AnalysisError with its tag", async () => {
    const {values} = population(20, 2, 2);
    const found = await page.evaluate(askInPage, {rows: 20, values, target: [1, 2]});
    expect(found).toMatchObject({error: {name: "AnalysisError", tag: "wrong-shape"}});
  });
});
