import {expect, it} from "vitest";
import {abortSignal} from "../../src/components/abort-signal.js";

it("the signal of a cell is aborted when the cell runs again, and not before", async () => {
  let invalidate = () => {};
  const invalidation = new Promise<void>((resolve) => {
    invalidate = resolve;
  });
  const signal = abortSignal(invalidation);
  await Promise.resolve();
  expect(signal.aborted).toBe(false);
  invalidate();
  await invalidation;
  expect(signal.aborted).toBe(true);
});
