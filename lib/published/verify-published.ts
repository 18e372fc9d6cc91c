// npm run verify:published: what this library finds in the published sessions, beside what public notebooks print of them.
import {parseArgs} from "node:util";
import {configuredSources, EcephysProjectCache} from "../project/index.js";
import type {EcephysSession} from "../session/index.js";
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
  --json          an object on each line
  --help          this text

The cache folder and the sources are those of npm run sessions. Exit code: 0 when all agree, 1 when something differs or could not
be had, 2 when the command is not understood.`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  let values: ReturnType<typeof parse>;
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
  const directory = process.env.NEUROPIXELS_CACHE?.trim() || ".cache/sessions";
  const download = {offline: values.offline};
  const cache = await EcephysProjectCache.open({directory, sources: configuredSources(), download});
  const wanted = (part: string) => !values.part || values.part === part;
  try {
    await cache.sessionTable(); // without the tables nothing can be found
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (values.json) process.stdout.write(`${JSON.stringify({event: "failed", error: reason})}\n`);
    else process.stderr.write(`${reason}\n`);
    return 1;
  }
  const outcomes: Outcome[] = [];
  const report = async (heading: string, checks: Check[]) => {
    if (!values.json) process.stdout.write(`\n${heading}\n\n`);
    for (const check of checks) {
      const outcome = await outcomeOf(check);
      outcomes.push(outcome);
      process.stdout.write(`${values.json ? JSON.stringify({part: heading, ...outcome}) : line(outcome)}\n`);
    }
  };
  const withSession = async (id: number, checks: (session: EcephysSession) => Check[]) => {
    try {
      const session = await cache.session(id, {inPlace: !values.whole, onWarning: () => {}});
      await report(`session ${id}`, checks(session));
      session.close();
    } catch (error) {
      await report(`session ${id}`, [
        {what: "the session's file", expected: "readable", find: () => Promise.reject(error)}
      ]);
    }
  };
  if (wanted("project")) await report("tables over all sessions", projectChecks(cache));
  if (wanted("tutorial")) await withSession(TUTORIAL_SESSION, (session) => tutorialChecks(cache, session));
  if (wanted("decoding")) await withSession(DECODING_SESSION, decodingChecks);
  const differ = outcomes.filter(({agrees}) => !agrees).length;
  if (!values.json) process.stdout.write(`\n${outcomes.length - differ} of ${outcomes.length} agree\n`);
  return differ > 0 ? 1 : 0;
}

function line({what, expected, found, agrees, reason}: Outcome): string {
  const text = (value: unknown) => JSON.stringify(value, (_, each) => (Number.isNaN(each) ? null : each)) ?? "nothing";
  if (agrees) return `  agrees   ${what}: ${text(found)}`;
  return `  DIFFERS  ${what}\n           expected ${text(expected)}\n           found    ${reason ?? text(found)}`;
}

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
