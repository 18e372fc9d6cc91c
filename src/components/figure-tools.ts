import {csv} from "./csv.js";
import {enlargeFigure} from "./enlarge-figure.js";
import {figureTable, hasFigureTable} from "./figure-table.js";
import {fileName, saveFile} from "./save-file.js";

/**
 * Gives every figure of the page its tools: enlarge it, save it as SVG or PNG, save what it shows as CSV. A figure is
 * `<figure><div class="plot">…</div><figcaption>…</figcaption></figure>`; what stands in it may come and change later.
 */
export function addFigureTools(): void {
  let count = 0;
  const add = () => {
    for (const figure of document.querySelectorAll<HTMLElement>("main figure:has(> .plot):not(:has(> .figure-tools))"))
      figure.append(toolsOf(figure, `figure-${++count}`));
  };
  add();
  // A cell may make a whole figure, and make it anew.
  const hasFigure = (node: Node) =>
    node instanceof Element && (node.localName === "figure" || node.querySelector("figure") !== null);
  new MutationObserver((changes) => {
    if (changes.some(({addedNodes}) => [...addedNodes].some(hasFigure))) add();
  }).observe(document.querySelector("main")!, {childList: true, subtree: true});
}

function toolsOf(figure: HTMLElement, name: string): HTMLElement {
  const plot = figure.querySelector<HTMLElement>(":scope > .plot")!;
  const tools = document.createElement("div");
  tools.className = "figure-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", `Tools of ${name.replace("-", " ")}`);
  const tool = (text: string, label: string, use: () => unknown) => {
    const button = tools.appendChild(document.createElement("button"));
    Object.assign(button, {type: "button", textContent: text, title: label});
    button.setAttribute("aria-label", `${text}: ${label}`);
    button.addEventListener("click", async () => {
      tools.querySelector(".failed")?.remove();
      try {
        await use();
      } catch (error) {
        const failed = Object.assign(document.createElement("span"), {className: "failed", textContent: String(error)});
        failed.setAttribute("role", "alert");
        tools.append(failed);
      }
    });
    return button;
  };
  // What draws and saves pictures is loaded when it is first used.
  const picture = async () => {
    const {figureSvg} = await import("./figure-svg.js");
    const description = figure.querySelector("figcaption")?.textContent?.trim() ?? "";
    return figureSvg(plot, {title: document.title, description});
  };
  tool("Enlarge", "show the figure as large as the window", () => enlargeFigure(figure, plot));
  tool("SVG", "save the figure as a drawing", async () => saveFile(fileName(name, "svg"), (await picture()).svg()));
  tool("PNG", "save the figure as an image", async () =>
    saveFile(fileName(name, "png"), await (await picture()).png())
  );
  const data = tool("CSV", "save what the figure shows as a table", () => {
    saveFile(fileName(name, "csv"), new Blob(csv(figureTable(plot)), {type: "text/csv"}));
  });
  const update = () => {
    data.hidden = !hasFigureTable(plot);
  };
  update();
  figure.addEventListener("pointerenter", update);
  figure.addEventListener("focusin", update);
  return tools;
}
