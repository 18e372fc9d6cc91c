// The cells of a page, in the order of the page. What is a cell, Framework's own reading of Markdown decides (lib/site); here
// each is found again in the page's text, as Markdown's tokens say of a fence where it stands, but not of an expression.
import type {Cell} from "./cell.js";

/** What is used of a token of markdown-it. Framework adds tokens of type "placeholder", for `${…}`. */
export interface MarkdownToken {
  type: string;
  /** What stands behind the three backticks of a fence. */
  info: string;
  content: string;
  /** The first line, and the one after the last. */
  map: [number, number] | null;
  children: MarkdownToken[] | null;
}

/** How the pages' Markdown is read. */
export interface MarkdownReader {
  /** The tokens of a page, and the offset of its first character that is not front matter. */
  tokens(page: string): {tokens: MarkdownToken[]; start: number};
  /** What a fence says of itself: `js echo=false` is `{tag: "js", attributes: {echo: "false"}}`. */
  fence(info: string): {tag: string; attributes: Record<string, string>};
}

/** The cells of a page that are JavaScript. */
export function pageCells(page: string, reader: MarkdownReader): Cell[] {
  const {tokens, start} = reader.tokens(page);
  const lineStarts = [start, ...[...page.slice(start).matchAll(/\n/g)].map(({index}) => start + index + 1)];
  const cells: Cell[] = [];
  for (const token of tokens) {
    if (!token.map) continue;
    const [first] = token.map;
    if (token.type === "fence") {
      const {tag, attributes} = reader.fence(token.info);
      if (tag !== "js") continue;
      const source = token.content.replace(/\n$/, "");
      const lines = source.split("\n").map((line, i) => endOfLine(page, lineStarts[first + 1 + i]) - line.length);
      cells.push({kind: "fence", attributes, source, lines});
    }
    let at = lineStarts[first];
    for (const {type, content} of token.children ?? []) {
      // Code in the text may read like an expression that comes after it; so it is passed over.
      if (type !== "placeholder" && type !== "code_inline") continue;
      const lines: number[] = [];
      for (const line of (type === "placeholder" ? `\${${content}}` : content).split("\n")) {
        lines.push(page.indexOf(line, at));
        at = Math.max(at, lines.at(-1)! + line.length);
      }
      lines[0] += 2;
      if (type === "placeholder") cells.push({kind: "expression", attributes: {}, source: content, lines});
    }
  }
  return cells;
}

function endOfLine(page: string, start: number): number {
  const end = page.indexOf("\n", start);
  return end < 0 ? page.length : end;
}
