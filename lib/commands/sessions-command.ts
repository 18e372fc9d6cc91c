// npm run sessions: published sessions and this machine's cache folder.
import {parseArgs} from "node:util";
import {
  cacheDirectory,
  configuredSources,
  downloadReporter,
  EcephysProjectCache,
  isOffline,
  runCommand
} from "../project/index.js";
import {explain, printable} from "../tagged-error.js";
import {buildSessions} from "./sessions-command/build-sessions.js";
import type {CommandContext} from "./sessions-command/context.js";
import {fetchSessions} from "./sessions-command/fetch-sessions.js";
import {listSessions} from "./sessions-command/list-sessions.js";
import {removeSessions} from "./sessions-command/remove-sessions.js";
import {verifySessions} from "./sessions-command/verify-sessions.js";

const HELP = `npm run sessions -- <command> [options]

  list                 the project's sessions, and what this machine has of them
  fetch <id>...        fetch sessions whole, verified; with --lfp also the LFP of their probes
  verify [<id>...]     read sessions whole, and compare them with what they should be; without ids all in the cache
                       folder, and the tables
  remove <id>...       delete sessions from the cache folder
  build <id>...        build the notebook of each session, a site of its own, in sites/<id>/;
                       what the cache folder lacks is read where it lies, as far as the pages show it

  --lfp                fetch: the LFP files, too
  --output=<folder>    build: another folder than sites
  --offline            ask no server
  --json               results on standard output and progress on standard error as JSON, an object on each line
  --help               this text

Settings (environment):
  NEUROPIXELS_CACHE    the cache folder, in AllenSDK's layout; .cache/sessions by default
  NEUROPIXELS_OFFLINE  yes: no server is asked, as with --offline; by npm run build, too
  NEUROPIXELS_SOURCES  where files come from, in this order: dandi,s3,warehouse by default; or folders in
                       AllenSDK's layout (with a "/"), whose files are used from there and not copied

An interrupted command goes on where it was when it is run again. Exit code: 0 when all is well, 1 when something failed,
2 when the command is not understood, 130 (Ctrl-C) or 143 (SIGTERM) when it was interrupted.`;

const COMMANDS: Record<string, {needsIds: boolean; run: (context: CommandContext, options: Options) => Promise<void>}> =
  {
    list: {needsIds: false, run: listSessions},
    fetch: {needsIds: true, run: fetchSessions},
    verify: {needsIds: false, run: verifySessions},
    remove: {needsIds: true, run: removeSessions},
    build: {needsIds: true, run: buildSessions}
  };

interface Options {
  lfp: boolean;
  output: string;
}

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === "string") {
    process.stderr.write(`${parsed}\n\n${HELP}\n`);
    return 2;
  }
  const {command, ids, json, offline, help, ...options} = parsed;
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  return runCommand((signal) => carryOut(COMMANDS[command].run, {ids, json, offline, signal}, options), {json});
}

async function carryOut(
  command: (context: CommandContext, options: Options) => Promise<void>,
  {offline, ...asked}: Pick<CommandContext, "ids" | "json" | "signal"> & {offline: boolean},
  options: Options
): Promise<number> {
  const {json, signal} = asked;
  let code = 0;
  const download = {
    signal,
    offline: offline || isOffline(),
    onProgress: downloadReporter(json ? {format: "json"} : {})
  };
  const folder = {directory: cacheDirectory(), sources: configuredSources(), download};
  const context: CommandContext = {
    ...asked,
    cache: await EcephysProjectCache.open(folder),
    folder,
    print: (text, event) => void process.stdout.write(`${json ? JSON.stringify(event) : printable(text)}\n`),
    fail(error, event) {
      code = 1;
      context.warn(error, event);
    },
    warn(error, event) {
      if (json) process.stdout.write(`${JSON.stringify({...event, error: explain(error)})}\n`);
      else process.stderr.write(`${explain(error)}\n`);
    }
  };
  await command(context, options);
  return code;
}

/** What the arguments ask for, or why they are not understood. */
function parse(args: string[]) {
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(args);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const {positionals, values} = parsed;
  const [command, ...listed] = positionals;
  const names = listed.flatMap((name) => name.split(/[\s,;]+/).filter(Boolean)); // as SESSIONS lists them, too
  if (values.help) return {...values, command: "", ids: []};
  if (!Object.hasOwn(COMMANDS, command ?? ""))
    return command === undefined ? "Which command?" : `There is no command "${command}".`;
  const strange = names.find((name) => !/^\d+$/.test(name));
  if (strange !== undefined) return `"${strange}" is no session id.`;
  if (COMMANDS[command].needsIds && names.length === 0) return `${command}: of which session? Give its id.`;
  if (command === "list" && names.length > 0) return "list takes no ids.";
  return {...values, command, ids: [...new Set(names.map(Number))]};
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      lfp: {type: "boolean", default: false},
      output: {type: "string", default: "sites"},
      offline: {type: "boolean", default: false},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false}
    }
  });
}
