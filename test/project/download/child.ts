// node --import ./lib/site/typescript.mjs child.ts URL PATH SHA256 OPTIONS: a process that fetches a file, to be killed. Prints
// what comes of it in one line of JSON.
import {abortOnInterrupt, type DownloadOptions, downloadFile} from "../../../lib/project/download/index.js";

const [url, path, sha256, options] = process.argv.slice(2);
const {graceful, ...given} = JSON.parse(options) as DownloadOptions & {graceful?: boolean};
try {
  const signal = graceful ? abortOnInterrupt() : undefined;
  const file = await downloadFile({url, sha256: sha256 || undefined}, path, {...given, signal});
  console.log(JSON.stringify(file));
} catch (error) {
  console.log(JSON.stringify({name: (error as Error).name, message: (error as Error).message}));
  process.exitCode = 1;
}
