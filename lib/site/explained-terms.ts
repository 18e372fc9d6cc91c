// The first time a term of the glossary stands in the text of a page it becomes a link to its entry, and carries the
// entry's first paragraph, which src/components/term-explanations.ts shows beside it. Without a script it is the link.
import {readFileSync} from "node:fs";
import type MarkdownIt from "markdown-it";

type State = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];
type Token = State["tokens"][number];

/** An entry of the glossary. */
export interface GlossaryEntry {
  /** Its anchor on the page. */
  id: string;
  /** Words that mean it, the entry's own name first. */
  words: string[];
  /** What it means, as plain text. */
  explanation: string;
}

/** The entries of a glossary: a heading of the third level that names the words, and a paragraph that explains them. */
export function glossaryEntries(markdown: string): GlossaryEntry[] {
  return [...markdown.matchAll(/^### (.+)\n+(?!#)(.+)$/gm)].map(([, heading, paragraph]) => ({
    id: anchor(heading),
    words: heading.split(",").map((word) => word.trim()),
    explanation: paragraph.replace(/[*_`]/g, "").trim()
  }));
}

/** The anchor that Framework gives a heading: lower case, with a hyphen for what is no letter, and before a new capital. */
function anchor(heading: string): string {
  const separated = heading.replace(/([a-z])([A-Z])/g, "$1-$2");
  return separated.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** Makes Markdown explain terms; for `markdownIt` of Framework's configuration. The file is read anew for each page. */
export function explainTerms(glossary: string, address: string): (markdown: MarkdownIt) => MarkdownIt {
  return (markdown) => {
    markdown.core.ruler.push("explained-terms", (state) => {
      if ((state.env as {path?: string}).path === address) return;
      explainOnce(state, glossaryEntries(readFileSync(glossary, "utf8")), address);
    });
    return markdown;
  };
}

function explainOnce(state: State, entries: readonly GlossaryEntry[], address: string): void {
  const waiting = new Map(entries.flatMap((entry) => entry.words.map((word) => [word.toLowerCase(), entry] as const)));
  // Longer words first, so that a stimulus condition is not explained as a condition.
  const words = [...waiting.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  if (words.length === 0) return;
  const anyWord = new RegExp(`(?<![\\p{L}\\p{N}_-])(${words.join("|")})(?:s|es)?(?![\\p{L}\\p{N}_-])`, "giu");
  const explain = (text: string): Token[] => {
    const tokens: Token[] = [];
    let last = 0;
    const push = (type: string, content: string) => {
      if (content) tokens.push(Object.assign(new state.Token(type, "", 0), {content}));
    };
    for (const match of text.matchAll(anyWord)) {
      const entry = waiting.get(match[1].toLowerCase());
      if (!entry || !isTheWord(match[1], entry)) continue;
      for (const word of entry.words) waiting.delete(word.toLowerCase());
      push("text", text.slice(last, match.index));
      const explanation = escapeHtml(entry.explanation);
      push("html_inline", `<a class="term" href="${address}#${entry.id}" data-explanation="${explanation}">`);
      push("text", match[0]);
      push("html_inline", "</a>");
      last = match.index + match[0].length;
    }
    push("text", text.slice(last));
    return tokens;
  };
  let inHeading = false;
  for (const token of state.tokens) {
    if (token.type === "heading_open") inHeading = true;
    if (token.type === "heading_close") inHeading = false;
    if (token.type !== "inline" || inHeading || !token.children) continue;
    let within = 0; // links and elements that the page wrote itself, where a link has no place
    token.children = token.children.flatMap((child) => {
      if (child.type === "link_open" || (child.type === "html_inline" && /^<[a-z]/i.test(child.content))) within++;
      if (child.type === "link_close" || (child.type === "html_inline" && child.content.startsWith("</"))) within--;
      return child.type === "text" && within <= 0 ? explain(child.content) : [child];
    });
  }
}

/** Abbreviations are written as they are: "SEM" is not "sem". Other words may begin a sentence. */
function isTheWord(found: string, {words}: GlossaryEntry): boolean {
  const word = words.find((each) => each.toLowerCase() === found.toLowerCase())!;
  return word === found || (!/[A-Z]{2}/.test(word) && word.slice(1) === found.slice(1));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
