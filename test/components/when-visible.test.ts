import {expect, it} from "vitest";
import {whenVisible} from "../../src/components/when-visible.js";

it("nothing is loaded before the reader comes, and then it is loaded once", async () => {
  const loads: string[] = [];
  let come = () => {};
  const visibility = () => new Promise<void>((resolve) => (come = resolve));
  const given = whenVisible(visibility, async () => {
    loads.push("loaded");
    return "gaze";
  });
  expect((await given.next()).value).toBeNull();
  const next = given.next();
  expect(loads).toEqual([]);
  come();
  expect((await next).value).toBe("gaze");
  expect((await given.next()).done).toBe(true);
  expect(loads).toEqual(["loaded"]);
});

it("what keeps it from being loaded is told to the cell", async () => {
  const given = whenVisible(
    async () => {},
    async () => {
      throw new Error("no such file");
    }
  );
  await given.next();
  await expect(given.next()).rejects.toThrow("no such file");
});
