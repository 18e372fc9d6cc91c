import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser.ts"],
    globalSetup: "test/browser/setup.ts",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
});
