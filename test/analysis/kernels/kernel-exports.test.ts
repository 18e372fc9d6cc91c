import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {lagKernel} from "../../../lib/analysis/correlograms/lag-kernel.js";
import {windowKernel} from "../../../lib/analysis/counting/window-kernel.js";
import {kernelExports} from "../../../lib/analysis/kernels/kernel-exports.js";
import {simdKernel} from "../../../lib/analysis/linear-algebra/simd-kernel.js";

/** Other browsers than today's start a larger module only in a worker. */
const MOST_BYTES = 4096;

const kernels = readdirSync("lib/analysis/kernels/assembly")
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -".ts".length));

describe("kernels", () => {
  it.each(kernels)("%s is compiled, starts, and is small enough to be started by a page", async (name) => {
    const module: {default: string} = await import(`../../../lib/analysis/kernels/compiled/${name}.ts`);
    expect(kernelExports(module.default)?.buffer.byteLength).toBeGreaterThan(0);
    expect(atob(module.default).length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("are what counts and multiplies here, so that tests of numbers are of them and not of the loops that stand in", () => {
    expect(lagKernel()).not.toBeNull();
    expect(windowKernel()).not.toBeNull();
    expect(simdKernel("double")).not.toBeNull();
    expect(simdKernel("single")).not.toBeNull();
  });

  it("are none where their bytes are not those of WebAssembly, or not whole", () => {
    expect(kernelExports("")).toBeNull();
    expect(kernelExports("no base64 either")).toBeNull();
    expect(kernelExports(btoa("\0asm\x01\0\0\0\x01"))).toBeNull();
  });
});
