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

const reports = ".cache/tests";
const steps: Step[] = [
  {heading: "type check", script: "typecheck"},
  {heading: "format and lint", script: "lint"},
  {heading: "unit and parity tests", script: "test:unit", report: `${reports}/unit.json`},
  {heading: "production build", script: "build"},
  {heading: "browser tests", script: "test:browser", report: `${reports}/browser.json`}
];

rmSync(reports, {recursive: true, force: true});
mkdirSync(reports, {recursive: true});
const count = {passed: 0, failed: 0, skipped: 0};
for (const {heading, script, report} of steps) {
  console.log(`\n── ${heading} (npm run ${script}) ──\n`);
  const vitest = report ? ["--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];
  const {status} = spawnSync("npm", ["run", "--silent", script, ...vitest], {stdio: "inherit"});
  const failedBefore = count.failed;
  if (report && existsSync(report)) {
    const {numPassedTests, numFailedTests, numPendingTests} = JSON.parse(readFileSync(report, "utf8")) as Report;
    count.passed += numPassedTests;
    count.failed += numFailedTests;
    count.skipped += numPendingTests;
  }
  if (status === 0) continue;
  if (count.failed === failedBefore) count.failed++;
  const rest = steps.slice(steps.findIndex((step) => step.heading === heading) + 1).map((step) => step.heading);
  console.log(`\n${heading} failed${rest.length > 0 ? `; not run: ${rest.join(", ")}` : ""}`);
  process.exitCode = 1;
  break;
}
if (count.skipped > 0) console.log(`\n${count.skipped} skipped`);
console.log(`\n${count.passed} passed, ${count.failed} failed`);
