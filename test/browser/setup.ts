// Once for all browser tests: a browser is found or installed, and the built site is served.
import type {TestProject} from "vitest/node";
import {chromiumPath} from "./chromium.js";
import {serveSite} from "./serve.js";

declare module "vitest" {
  interface ProvidedContext {
    chromium: string;
    origin: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  project.provide("chromium", chromiumPath());
  const site = await serveSite("dist");
  project.provide("origin", site.origin);
  return () => site.close();
}
