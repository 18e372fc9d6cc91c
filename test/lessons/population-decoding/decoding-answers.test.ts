import {describe, expect, it} from "vitest";
import {decodingAnswers, parametersToDecode} from "../../../lib/lessons/population-decoding/index.js";
import {decodingOf, presentationsOf} from "./trials.js";

const [direction, orientation] = parametersToDecode(presentationsOf([{orientation: 0}, {orientation: 180}]));
const none = {decoding: null, parameter: direction, byUnits: null, byWindow: null};
const directions = [0, 90, 180, 270];
/** Twelve of 40 are wrong, 8 of them by half a turn. */
const mixedUp = decodingOf(
  directions,
  [
    [6, 1, 3, 0],
    [0, 7, 1, 2],
    [2, 1, 7, 0],
    [1, 1, 0, 8]
  ],
  [0.55, 0.82]
);

describe("the answers on accuracy", () => {
  it("compare it with guessing", () => {
    expect(decodingAnswers({...none, decoding: mixedUp}).accuracy).toBe(
      "70.0\u00a0%; the true accuracy is between 55.0\u00a0% and 82.0\u00a0% with 95 % confidence, if presentations were independent. Guessing gives 25.0\u00a0%: the decoder is right 2.8 times as often."
    );
  });

  it("name the value that is most often mistaken for another", () => {
    expect(decodingAnswers({...none, decoding: mixedUp}).confused).toBe("0: mistaken for 180 in 3 presentations.");
  });

  it("name none where all are right", () => {
    const right = decodingOf(
      [0, 90],
      [
        [5, 0],
        [0, 5]
      ],
      [0.7, 1]
    );
    const {confused, opposite} = decodingAnswers({...none, decoding: right});
    expect(confused).toBe("None: there are no errors.");
    expect(opposite).toBe("There are no errors. Take fewer units.");
  });
});

describe("the answer on opposite directions", () => {
  it("counts them among the errors, beside what even errors would give", () => {
    const wrongBy = mixedUp.confusion.values;
    expect([wrongBy[2], wrongBy[7], wrongBy[8], wrongBy[13]]).toEqual([3, 2, 2, 1]); // 8 by half a turn
    expect(decodingAnswers({...none, decoding: mixedUp}).opposite).toBe(
      "8 of 12 errors, 66.7\u00a0%. Were errors spread evenly over the other 3 directions, it would be 33.3\u00a0%. Many cells respond to a grating whichever way it drifts."
    );
  });

  it("says so where opposite directions are told apart as well as others", () => {
    const even = decodingOf(
      directions,
      directions.map((_, row) => directions.map((_value, column) => (row === column ? 7 : 1))),
      [0.55, 0.82]
    );
    expect(decodingAnswers({...none, decoding: even}).opposite).toMatch(
      /^4 of 12 errors, 33\.3\u00a0%\..* These units tell opposite directions apart as well as others;/
    );
  });

  it("makes nothing of the errors of a decoder that may be guessing", () => {
    const {opposite} = decodingAnswers({...none, decoding: {...mixedUp, interval: [0.25, 0.8]}});
    expect(opposite).toContain("But the decoder is no better than guessing, so its errors say little.");
  });

  it("is not given where orientations are decoded", () => {
    const {opposite} = decodingAnswers({...none, decoding: mixedUp, parameter: orientation});
    expect(opposite).toBe("This is not what is decoded now: choose it at the top of the page.");
  });
});

describe("the answer on the number of units", () => {
  const accuracies: number[] = [];
  const at = (units: number, mean: number) => ({units, mean, accuracies, deviation: 0});

  it("is the least that gets halfway from guessing to the best", () => {
    const byUnits = [at(1, 0.3), at(2, 0.475), at(5, 0.7), at(8, 0.65)];
    expect(decodingAnswers({...none, decoding: mixedUp, byUnits}).half).toBe(
      "2 of 8: halfway from 25.0\u00a0% to 70.0\u00a0% is 47.5\u00a0%."
    );
  });

  it("is none where even the best is no better than guessing", () => {
    const {half} = decodingAnswers({...none, decoding: mixedUp, byUnits: [at(1, 0.2), at(2, 0.25)]});
    expect(half).toMatch(/^There is no distance to cover: the best accuracy, 25\.0\u00a0%, is no better than guessing/);
  });
});

describe("the answer on time", () => {
  const decodings = [
    {accuracy: 0.6, interval: [0.5, 0.7] as [number, number]},
    {accuracy: 0.3, interval: [0.2, 0.4] as [number, number]},
    {accuracy: 0.5, interval: [0.3, 0.6] as [number, number]}
  ];
  const windows = [[0, 1] as const, [0, 2] as const, [1, 3] as const];
  const byWindow = {
    kind: "sliding" as const,
    width: 1,
    binEdges: [-0.05, 0, 0.05, 0.1],
    windows,
    decodings,
    trials: 40,
    held: {kept: 40, total: 40}
  };

  it("is the first window that ends after onset and whose whole interval is above chance", () => {
    expect(decodingAnswers({...none, decoding: mixedUp, byWindow}).when).toMatch(
      /^In the window from 0\.000 to 0\.100 s: there the whole interval, from 30\.0\u00a0% on, is above 25\.0\u00a0%\./
    );
  });

  it("may begin before onset, with a minus sign", () => {
    const early = {...byWindow, decodings: [decodings[0], decodings[2], decodings[1]]};
    expect(decodingAnswers({...none, decoding: mixedUp, byWindow: early}).when).toMatch(
      /^In the window from −0\.050 to 0\.050 s/
    );
  });

  it("is none where no interval is above chance", () => {
    const never = {...byWindow, decodings: [decodings[1], decodings[1], decodings[1]]};
    expect(decodingAnswers({...none, decoding: mixedUp, byWindow: never}).when).toBe(
      "In no window is the whole interval above chance."
    );
  });
});

describe("answers that were not computed", () => {
  it("say what to press, or that nothing was decoded", () => {
    expect(decodingAnswers(none)).toEqual({
      accuracy: "Nothing was decoded.",
      confused: "Nothing was decoded.",
      opposite: "This is not what is decoded now: choose it at the top of the page.",
      half: "Press “Take fewer units” first.",
      when: "Press “Decode window by window” first."
    });
  });
});
