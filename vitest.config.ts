import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    globalSetup: "lib/site/compile-kernels.mjs",
    maxWorkers: 2,
    testTimeout: 120_000, // a stall's, not a speed's
    hookTimeout: 240_000
  }
});
