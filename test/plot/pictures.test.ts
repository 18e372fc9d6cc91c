// Every chart is drawn at two widths and compared with a picture of it as text: what it puts into a document, what it paints
// on a canvas, and what it says when it is read. `npm run pictures` compares, `npm run pictures -- --update` makes them anew.
import {readdirSync} from "node:fs";
import {describe, expect, test} from "vitest";
import * as exercises from "../../lib/plot/exercises/index.js";
import * as figures from "../../lib/plot/index.js";
import * as structures from "../../lib/plot/structures/index.js";
import {legends} from "./color/drawings.js";
import {correlationsOfPairs} from "./correlations/drawings.js";
import {figureText} from "./figure-text.js";
import {provideDocument} from "./plain-document.js";
import {populations} from "./populations/drawings.js";
import {responses} from "./responses/drawings.js";
import {sessions} from "./sessions/drawings.js";
import {signals} from "./signals/drawings.js";
import {spikes} from "./spikes/drawings.js";
import {units} from "./units/drawings.js";

const rooms = {
  sessions,
  units,
  signals,
  spikes,
  responses,
  correlations: correlationsOfPairs,
  populations,
  color: legends
};
const drawings = Object.values(rooms).flatMap((own) => Object.entries(own));

/** The widths that figures are drawn for, in pixels: a telephone's, and a page's. */
const widths = [360, 900];
const folder = "test/plot/pictures";
const fileOf = (name: string, width: number) => `${name.replace(/[ ,]+/g, "-")}-${width}.html`;

/** What the doors export that draws nothing by itself. */
const notCharts = new Set([
  ...["cellsOf", "columnsOf", "withData", "unitTuning"],
  ...["categoryColor", "countColors", "countGradient", "stimulusColor", "stimulusMark", "structureColor"],
  ...["compareStructures", "conditionLabel", "flashColorName", "hasPlace", "orderUnits", "placeChannels", "placeUnits"],
  ...["stimulusClass", "structureName", "structureSystem", "varyingParameters"]
]);

provideDocument();

describe.each(Object.entries(rooms))("%s", (_room, own) => {
  for (const [name, draw] of Object.entries(own)) {
    test.each(widths)(`${name} looks as it did, %i pixels wide`, async (width) => {
      const file = fileOf(name, width);
      const howToLook =
        `${name} has changed, ${width} pixels wide; the lines below say how. To see it, run npm run pictures -- --update, and ` +
        `open ${folder}/${file} in a browser. If the change is meant, commit it; else restore the file.`;
      await expect(figureText(draw(width)), howToLook).toMatchFileSnapshot(`pictures/${file}`);
    });
  }
});

test("every chart that a door exports has a picture", () => {
  const exported = Object.entries({...figures, ...exercises, ...structures}).flatMap(([name, value]) =>
    typeof value === "function" && !notCharts.has(name) ? [name] : []
  );
  const drawn = new Set(drawings.map(([name]) => name));
  expect(exported.filter((name) => !drawn.has(name))).toEqual([]);
});

test("every picture is of a chart that is drawn", () => {
  const drawn = new Set(drawings.flatMap(([name]) => widths.map((width) => fileOf(name, width))));
  expect(readdirSync(folder).filter((file) => !drawn.has(file))).toEqual([]);
});
