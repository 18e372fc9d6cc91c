import {expect, it} from "vitest";
import {pulseKind} from "../../lib/words/index.js";

it("pulses of light are called by their shape and their length, in ms where they are short", () => {
  expect(pulseKind({stimulus_name: "pulse", duration: 0.00999999})).toBe("pulse, 10 ms");
  expect(pulseKind({stimulus_name: "fast_pulses", duration: 0.0025})).toBe("fast_pulses, 2.5 ms");
  expect(pulseKind({stimulus_name: "raised_cosine", duration: 1})).toBe("raised_cosine, 1 s");
});
