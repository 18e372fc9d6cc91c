// npm run verify:published: what this library finds in the published sessions, beside what public notebooks print of them.
import {parseArgs} from "node:util";
import {configuredSources, downloadReporter, EcephysProjectCache, isOffline, runCommand} from "../../project/index.js";
import type {EcephysSession} from "../../session/index.js";
import {type Check, type Outcome, outcomeOf} from "./check.js";
import {DECODING_SESSION, decodingChecks} from "./decoding-checks.js";
import {projectChecks} from "./project-checks.js";
import {TUTORIAL_SESSION, tutorialChecks} from "./tutorial-checks.js";

const HELP = `npm run verify:published -- [options]

Compares every number that the tutorial (session ${TUTORIAL_SESSION}) and AllenSDK's quickstart (session ${DECODING_SESSION}) print
with what this library finds in the same files, and prints both. What the cache folder lacks is read where it lies, as far as it
is needed: the tables (58 MB), and parts of two sessions and of one LFP file.

  --part=<name>   only one of: project, tutorial, decoding
  --whole         fetch the two sessions and the LFP file whole, instead of reading parts of them
  --offline       ask no server
  --json          an object on each line, and also of progress, on standard error
  --help          this text

The cache folder and the sources are those of npm run sessions. Exit code: 0 when all agree, 1 when something differs or could not
be had, 2 when the command is not understood, 130 (Ctrl-C) or 143 (SIGTERM) when it was interrupted.`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  let values: Options;
  try {
    values = parse(args);
    if (values.part && !["project", "tutorial", "decoding"].includes(values.part))
      throw new Error(`There is no part "${values.part}".`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}\n`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  // What is read in place keeps the process busy without a pause: Ctrl-C ends that at once, instead of being heard when it is over.
  const signal = values.whole ? undefined : new AbortController().signal;
  return runCommand((interrupted) => compare(values, interrupted), {json: values.json, signal});
}

async function compare({part, whole, offline, json}: Options, signal: AbortSignal): Promise<number> {
  const directory = process.env.NEUROPIXELS_CACHE?.trim() || ".cache/sessions";
  const download = {
    signal,
    offline: offline || isOffline(),
    onProgress: downloadReporter(json ? {format: "json"} : {})
  };
  const cache = await EcephysProjectCache.open({directory, sources: configuredSources(), download});
  await cache.sessionTable(); // without the tables nothing can be found
  const outcomes: Outcome[] = [];
  const report = async (heading: string, checks: Check[]) => {
    if (!json) process.stdout.write(`\n${heading}\n\n`);
    for (const check of checks) {
      const outcome = await outcomeOf(check);
      signal.throwIfAborted();
      outcomes.push(outcome);
      process.stdout.write(`${json ? JSON.stringify({part: heading, ...outcome}) : line(outcome)}\n`);
    }
  };
  const withSession = async (id: number, checks: (session: EcephysSession) => Check[]) => {
    let session: EcephysSession | undefined;
    try {
      session = await cache.session(id, {inPlace: !whole, onWarning: () => {}});
      await report(`session ${id}`, checks(session));
    } catch (error) {
      signal.throwIfAborted();
      await report(`session ${id}`, [
        {what: "the session's file", expected: "readable", find: () => Promise.reject(error)}
      ]);
    } finally {
      session?.close();
    }
  };
  const wanted = (name: string) => !part || part === name;
  if (wanted("project")) await report("tables over all sessions", projectChecks(cache));
  if (wanted("tutorial")) await withSession(TUTORIAL_SESSION, (session) => tutorialChecks(cache, session));
  if (wanted("decoding")) await withSession(DECODING_SESSION, decodingChecks);
  const differ = outcomes.filter(({agrees}) => !agrees).length;
  if (!json) process.stdout.write(`\n${outcomes.length - differ} of ${outcomes.length} agree\n`);
  return differ > 0 ? 1 : 0;
}

function line({what, expected, found, agrees, reason}: Outcome): string {
  const text = (value: unknown) => JSON.stringify(value, (_, each) => (Number.isNaN(each) ? null : each)) ?? "nothing";
  if (agrees) return `  agrees   ${what}: ${text(found)}`;
  return `  DIFFERS  ${what}\n           expected ${text(expected)}\n           found    ${reason ?? text(found)}`;
}

type Options = ReturnType<typeof parse>;

function parse(args: string[]) {
  const {values} = parseArgs({
    args,
    options: {
      part: {type: "string"},
      whole: {type: "boolean", default: false},
      offline: {type: "boolean", default: false},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false}
    }
  });
  return values;
}
