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
  const startOf = (line: number) => lineStarts[line] ?? page.length + 1;
  const cells: Cell[] = [];
  let [at, end] = [start, start];
  for (const {type, info, content, map, children} of tokens) {
    if (map) [at, end] = [Math.max(at, startOf(map[0])), startOf(map[1])]; // a cell of a table has its row's
    if (type === "fence" && map) {
      const {tag, attributes} = reader.fence(info);
      if (tag !== "js") continue;
      const source = content.replace(/\n$/, "");
      const lines = source.split("\n").map((line, i) => startOf(map[0] + 2 + i) - 1 - line.length);
      cells.push({kind: "fence", attributes, source, lines});
    }
    for (const child of children ?? []) {
      const isExpression = child.type === "placeholder";
      // Code and comments may read like the expression that comes after them; so they are passed over.
      if (!isExpression && !["code_inline", "html_inline", "html_block"].includes(child.type)) continue;
      const text = isExpression ? `\${${child.content}}` : child.content;
      // Line by line, as a block that is quoted or in a list begins its lines with what is not in its content.
      const lines = text.split("\n").map((line) => {
        const found = page.indexOf(line, at);
        if (found >= 0 && found + line.length <= end) at = found + line.length;
        return at - line.length;
      });
      lines[0] += 2;
      if (isExpression) cells.push({kind: "expression", attributes: {}, source: child.content, lines});
    }
  }
  return cells;
}
