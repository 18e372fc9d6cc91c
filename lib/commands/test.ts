// npm test: everything that must hold, one step after another; the first that fails is the last. The line at the end counts
// the tests of all steps, and a step without tests that failed as one.
import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";

interface Step {
  heading: string;
  script: string;
  /** Where Vitest writes its report, for a step that is made of tests. */
  report?: string;
}

/** What Vitest's report is read for. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

const REPORTS = ".cache/tests";
const STEPS: Step[] = [
  {heading: "type check", script: "typecheck"},
  {heading: "format and lint", script: "lint"},
  {heading: "unit and parity tests", script: "test:unit", report: `${REPORTS}/unit.json`},
  {heading: "production build", script: "build"},
  {heading: "browser tests", script: "test:browser", report: `${REPORTS}/browser.json`}
];

rmSync(REPORTS, {recursive: true, force: true});
mkdirSync(REPORTS, {recursive: true});
const COUNT = {passed: 0, failed: 0, skipped: 0};
for (const {heading, script, report} of STEPS) {
  console.log(`\n── ${heading} (npm run ${script}) ──\n`);
  const vitest = report ? ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  const {status} = spawnSync("npm", ["run", "--silent", script, ...vitest], {stdio: "inherit"});
  const failedBefore = COUNT.failed;
  if (report && existsSync(report)) {
    const {numPassedTests, numFailedTests, numPendingTests} = JSON.parse(readFileSync(report, "utf8")) as Report;
    COUNT.passed += numPassedTests;
    COUNT.failed += numFailedTests;
    COUNT.skipped += numPendingTests;
  }
  if (status === 0) continue;
  if (COUNT.failed === failedBefore) COUNT.failed++;
  const rest = STEPS.slice(STEPS.findIndex((step) => step.heading === heading) + 1).map((step) => step.heading);
  console.log(`\n${heading} failed${rest.length > 0 ? `; not run: ${rest.join(", ")}` : ""}`);
  process.exitCode = 1;
  break;
}
if (COUNT.skipped > 0) console.log(`\n${COUNT.skipped} skipped`);
console.log(`\n${COUNT.passed} passed, ${COUNT.failed} failed`);
