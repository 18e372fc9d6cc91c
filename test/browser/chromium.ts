import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {type Browser, chromium} from "playwright-core";
import {CommandError} from "../../lib/commands/command-error.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium"
];

/**
 * The path of Chromium or Chrome: $CHROMIUM_PATH, else one that is installed, else Debian's, which is installed then.
 *
 * @throws {CommandError} when there is none and none can be installed
 */
export function chromiumPath(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && existsSync(chosen)) return chosen;
  if (chosen) throw missing(`CHROMIUM_PATH=${chosen}, which is not there`, "Set CHROMIUM_PATH to the program itself.");
  return installed() ?? install();
}

function installed(): string | undefined {
  const directories = (process.env.PATH ?? "").split(delimiter);
  return [...names.flatMap((name) => directories.map((directory) => join(directory, name))), ...elsewhere].find(
    existsSync
  );
}

function install(): string {
  const remedy =
    "Install Chromium (on Debian, as root: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.";
  if (spawnSync("apt-get", ["--version"]).status !== 0) throw missing("no Chromium or Chrome, and no apt-get", remedy);
  if (process.getuid?.() !== 0) throw missing("no Chromium or Chrome, and no right to install one", remedy);
  console.log("There is no Chromium or Chrome here: installing Debian's package chromium, once.");
  const environment = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"]]) {
    const {status, stderr} = spawnSync("apt-get", ["--quiet", "--quiet", ...args], {
      env: environment,
      encoding: "utf8"
    });
    if (status !== 0) throw missing(`apt-get ${args[0]} failing: ${stderr.trim()}`, remedy);
  }
  const path = installed();
  if (!path) throw missing("none after installing the package chromium", remedy);
  return path;
}

function missing(found: string, remedy: string): CommandError {
  return new CommandError("browser-not-found", {expected: "Chromium or Chrome for the browser tests", found, remedy});
}

/** Starts the browser without anything of its own that would ask the network or differ between machines. */
export function launchChromium(executablePath = chromiumPath()): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox", // Chromium refuses to run as root with it
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync"
    ]
  });
}
