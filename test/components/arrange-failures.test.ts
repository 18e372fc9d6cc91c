import {describe, expect, it} from "vitest";
import {arrangeFailures, type Failure, type Shown} from "../../src/components/arrange-failures.js";
import type {PageFile} from "../../src/components/verified-files.js";

const file = (name: string, isLost = false): PageFile => ({name, address: `/_file/${name}`, digest: "00", isLost});
const failure =
  (name: string) =>
  (message: string): Failure => ({name, message});
const [ofSnapshot, waiting] = [failure("SnapshotError"), failure("RuntimeError")];
const waitsFor = (index: number): Shown => ({as: "waiting", for: index, fault: null});

describe("a file that is damaged", () => {
  const units = file("7/units.arrow");
  const message = "7/units.arrow: expected SHA-256 00, found 01 of 8 bytes. Fetch it again.";
  const fault = {of: "other data" as const, files: [units] as [PageFile], message};

  it("is told once, where it is first felt, though the cell that asked for it stands further down", () => {
    const shown = arrangeFailures([waiting(message), waiting(message), ofSnapshot(message)], [units]);
    const waits = {as: "waiting", for: 0, fault};
    expect(shown).toEqual([{as: "fault", fault}, waits, waits]);
  });

  it("is told beside another fault, each with what waits for it", () => {
    const spikes = file("7/spikes/flashes.arrow");
    const ofSpikes = "7/spikes/flashes.arrow: expected a snapshot of session 7, found one of session 8. Take another.";
    const shown = arrangeFailures(
      [ofSnapshot(message), ofSnapshot(ofSpikes), waiting(ofSpikes), waiting(message)],
      [units, spikes]
    );
    expect(shown.map(({as}) => as)).toEqual(["fault", "fault", "waiting", "waiting"]);
    expect(shown.slice(2).map((each) => each.as === "waiting" && each.for)).toEqual([1, 0]);
  });
});

it("files that were lost together are one fault, which names them all", () => {
  const files = [file("7/units.arrow", true), file("7/probes.arrow", true), file("7/channels.arrow")];
  const lost = (name: string) => `${name}: expected its bytes, found Failed to fetch. Try again.`;
  const shown = arrangeFailures([ofSnapshot(lost("7/units.arrow")), ofSnapshot(lost("7/probes.arrow"))], files);
  const fault = {of: "lost data", files: files.slice(0, 2)};
  expect(shown).toEqual([
    {as: "fault", fault},
    {as: "waiting", for: 0, fault}
  ]);
});

it("modules that did not come are one fault, in the words of each browser", () => {
  const modules = [
    "Failed to fetch dynamically imported module: https://site/_import/a.js",
    "error loading dynamically imported module: https://site/_import/b.js",
    "Importing a module script failed."
  ];
  const shown = arrangeFailures([...modules.map(failure("TypeError")), waiting(modules[1])], []);
  expect(shown.map(({as}) => as)).toEqual(["fault", "waiting", "waiting", "waiting"]);
});

describe("an error of a cell", () => {
  it("stands in that cell, and what uses its value waits for it", () => {
    const shown = arrangeFailures([waiting("no unit 3"), failure("AnalysisError")("no unit 3")], []);
    expect(shown).toEqual([waitsFor(1), {as: "error"}]);
  });

  it("stands in each cell that has one of its own", () => {
    const shown = arrangeFailures(
      [failure("TypeError")("x"), failure("TypeError")("y"), failure("TypeError")("x")],
      []
    );
    expect(shown).toEqual([{as: "error"}, {as: "error"}, {as: "error"}]);
  });

  it("is told once where no cell gives a name that several use", () => {
    const shown = arrangeFailures([waiting("unitts is not defined"), waiting("unitts is not defined")], []);
    expect(shown).toEqual([{as: "error"}, waitsFor(0)]);
  });
});

it("a cell that does not parse is told, and the names that it would give are waited for", () => {
  const parse = failure("SyntaxError")("Unexpected token (2:4)");
  const shown = arrangeFailures([waiting("session is not defined"), parse, waiting("units is not defined")], []);
  expect(shown).toEqual([waitsFor(1), {as: "error"}, waitsFor(1)]);
});
