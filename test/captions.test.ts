// What a page says of its figures before any script has run.
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";

const pages = readdirSync("src", {recursive: true, encoding: "utf8"})
  .filter((name) => name.endsWith(".md") && !/^(lib|data)\b/.test(name))
  .map((name) => join("src", name))
  .filter((page) => /<figure\b/.test(readFileSync(page, "utf8")));

describe.each(pages)("%s", (page) => {
  const figures = [...textOf(page).matchAll(/<figure\b[^>]*>[\s\S]*?<\/figure>/g)].map(([html]) => html);

  test("says in its own text what each figure shows, before it computes the numbers", () => {
    const captions = figures.map((html) => /<figcaption>([\s\S]*)<\/figcaption>/.exec(html)?.[1] ?? "no caption");
    const silent = captions.filter((caption) => !/^[^$<]{12,}[.?:]/.test(caption.split("${")[0]));
    expect(silent).toEqual([]);
  });

  test("computes a caption's numbers at its end, so that no sentence has holes without them", () => {
    const holes = figures
      .map((html) => /<figcaption>([\s\S]*)<\/figcaption>/.exec(html)?.[1] ?? "")
      .filter((caption) => caption.includes("${") && !/[.?:]\s*$/.test(caption.split("${")[0]));
    expect(holes).toEqual([]);
  });
});

/** A page without its cells. */
function textOf(page: string): string {
  return readFileSync(page, "utf8").replace(/^```[\s\S]*?^```$/gm, "");
}
