import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {explainTerms, glossaryEntries} from "../../lib/site/explained-terms.js";

const glossary = join(mkdtempSync(join(tmpdir(), "glossary-")), "glossary.md");
writeFileSync(
  glossary,
  `# Glossary

## Words

### condition, stimulus condition

One combination of *parameters* at < 5 "Hz".

A second paragraph.

### SEM, standard error

The mean’s own spread.

### unit

What sorting makes.
`
);
const markdown = explainTerms(glossary, "/glossary")(new MarkdownIt({html: true}));
const render = (text: string, path = "/1/units") => markdown.render(text, {path});
const terms = (text: string) =>
  [...render(text).matchAll(/<a class="term"[^>]*>([^<]*)<\/a>/g)].map(([, word]) => word);

describe("an entry of the glossary", () => {
  test("is a heading that names the words, and the paragraph after it", () => {
    expect(glossaryEntries(readFileSync(glossary, "utf8"))[0]).toEqual({
      id: "condition-stimulus-condition",
      words: ["condition", "stimulus condition"],
      explanation: 'One combination of parameters at < 5 "Hz".'
    });
  });
});

describe("a page", () => {
  test("explains a term where it first stands, and there only", () => {
    expect(terms("Each unit fires.\n\nAnother unit, and more units, do not.")).toEqual(["unit"]);
  });

  test("knows plurals, beginnings of sentences, and the longer of two terms", () => {
    expect(terms("Units answer to a stimulus condition.")).toEqual(["Units", "stimulus condition"]);
  });

  test("does not take another word for an abbreviation", () => {
    expect(terms("A sem is no SEM.")).toEqual(["SEM"]);
  });

  test("does not explain within words, code, headings, or links", () => {
    expect(terms("## A unit\n\nA community, `unit`, unit_id, [the unit](x) and <b>a unit</b>.")).toEqual([]);
  });

  test("links to the entry, and carries what it says", () => {
    expect(render("A condition")).toContain(
      '<a class="term" href="/glossary#condition-stimulus-condition" data-explanation="One combination of parameters at &lt; 5 &quot;Hz&quot;.">condition</a>'
    );
  });
});

test("the glossary does not explain itself", () => {
  expect(render("Each unit fires.", "/glossary")).not.toContain("data-explanation");
});

test("no word of the notebook's glossary has two entries, and each entry says something", () => {
  const entries = glossaryEntries(readFileSync("src/glossary.md", "utf8"));
  const words = entries.flatMap((entry) => entry.words.map((word) => word.toLowerCase()));
  expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  expect(entries.filter(({explanation}) => explanation.length < 30)).toEqual([]);
  expect(entries.length).toBeGreaterThan(40);
});
