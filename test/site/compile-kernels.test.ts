import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {afterAll, beforeEach, describe, expect, it} from "vitest";
import {kernelExports} from "../../lib/analysis/kernels/kernel-exports.js";

// A module without types, which Node runs before it can run TypeScript.
const module = pathToFileURL(resolve("lib/site/compile-kernels.mjs")).href;
const {compileKernels} = (await import(module)) as {compileKernels(folder: URL): Promise<void>};

const folder = mkdtempSync(join(tmpdir(), "kernels-"));
const source = join(folder, "assembly/sum.ts");
const compiled = join(folder, "compiled/sum.ts");
const compile = () => compileKernels(pathToFileURL(`${folder}/`));
const written = (result: string) => writeFileSync(source, `export function sum(a: i32, b: i32): i32 {${result}}`);

/** What the compiled function gives for 2 and 3. */
function sum(): number | undefined {
  const [, text] = /export default "(.*)";/.exec(readFileSync(compiled, "utf8"))!;
  return kernelExports<{sum(a: number, b: number): number}>(text)?.sum(2, 3);
}

beforeEach(() => {
  rmSync(join(folder, "compiled"), {recursive: true, force: true});
  mkdirSync(join(folder, "assembly"), {recursive: true});
  written("return a + b;");
});
afterAll(() => rmSync(folder, {recursive: true}));

describe("compiling kernels", () => {
  it("makes of each source a module that holds its WebAssembly", async () => {
    await compile();
    expect(sum()).toBe(5);
  });

  it("leaves what was made of the same source, and makes it anew when the source changes", async () => {
    await compile();
    const {ino, mtimeMs} = statSync(compiled);
    await compile();
    expect(statSync(compiled)).toMatchObject({ino, mtimeMs});
    written("return a * b;");
    await compile();
    expect(sum()).toBe(6);
  });

  it("says what is wrong in a source, and where, and makes nothing of it", async () => {
    written('return "a";');
    await expect(compile()).rejects.toThrow(/sum\.ts was not compiled.*not assignable to type 'i32'.*sum\.ts\(1,/s);
    expect(existsSync(compiled)).toBe(false);
  });
});
