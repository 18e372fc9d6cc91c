// npm run kernels: compiles what is written in AssemblyScript, lib/analysis/kernels/assembly/, to modules of TypeScript that hold
// the WebAssembly as text, so that Node, a page and a worker import them like any other. npm ci does it, and every command
// that runs TypeScript does it again where a source has changed; that is why this is a module that needs nothing compiled.
import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, rename, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";

const options = ["-O3", "--enable", "simd", "--runtime", "stub", "--noAssert"];
const {version} = createRequire(import.meta.url)("assemblyscript/package.json");

/**
 * @param folder the URL of a folder with sources in `assembly/`; each is compiled to the module of the same name in `compiled/`,
 * unless that was made of the same source by the same compiler
 * @throws {Error} with the compiler's own words, if a source is not right
 */
export async function compileKernels(folder = new URL("../analysis/kernels/", import.meta.url)) {
  const names = await readdir(new URL("assembly/", folder));
  for (const name of names.filter((name) => name.endsWith(".ts"))) {
    const source = await readFile(new URL(`assembly/${name}`, folder), "utf8");
    const made = JSON.stringify([version, options, source]);
    const origin = `// npm run kernels, assembly/${name}: ${createHash("sha256").update(made).digest("hex")}\n`;
    const compiled = new URL(`compiled/${name}`, folder);
    const known = await readFile(compiled, "utf8").catch(() => "");
    if (known.startsWith(origin)) continue;
    const base64 = Buffer.from(await webAssembly(name, source)).toString("base64");
    // Commands run side by side: each writes a file of its own, and the last one named stays.
    const mine = new URL(`${compiled.href}.${process.pid}`);
    await mkdir(new URL(".", compiled), {recursive: true});
    await writeFile(mine, `${origin}export default "${base64}";\n`);
    await rename(mine, compiled);
  }
}

/** What Vitest does before all tests. */
export const setup = () => compileKernels();

async function webAssembly(name, source) {
  const {main} = await import("assemblyscript/asc"); // takes a second, so only when it is needed
  let binary;
  const {error, stderr} = await main([name, ...options, "--outFile", "binary"], {
    readFile: (path) => (path === name ? source : null),
    writeFile: (_, contents) => {
      binary = contents;
    },
    listFiles: () => []
  });
  if (error) throw new Error(`${name} was not compiled: ${error.message}\n${stderr}`);
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileKernels();
