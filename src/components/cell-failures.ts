import {arrangeFailures, type Failure, type FileFault} from "./arrange-failures.js";
import {type PageFile, pageFiles} from "./verified-files.js";

/** What Framework wrote in the place of a cell. */
const written = new WeakMap<Element, Failure>();
let count = 0;

/**
 * Framework draws a red box in the place of a cell that failed and of each that waits for it, so that one lost file gives forty. This
 * tells a fault once, with a way to try again, and keeps the others quiet.
 */
export function tellFailuresOnce(): void {
  const main = document.querySelector("main");
  if (!main) return;
  const boxes = document.getElementsByClassName("observablehq--error");
  const tell = () => boxes.length > 0 && showFailures([...boxes]);
  new MutationObserver(tell).observe(main, {childList: true, subtree: true});
  tell();
}

function showFailures(boxes: readonly Element[]): void {
  const failures = boxes.map((box) => {
    const known = written.get(box);
    if (known) return known;
    const failure = failureIn(box.textContent ?? "");
    written.set(box, failure);
    box.id ||= `failure-${++count}`;
    return failure;
  });
  for (const [i, shown] of arrangeFailures(failures, pageFiles.values()).entries()) {
    const box = boxes[i] as HTMLElement;
    const state = JSON.stringify([shown, shown.as === "waiting" && boxes[shown.for].id]);
    if (box.dataset.shown === state) continue;
    box.dataset.shown = state;
    box.classList.toggle("fault", shown.as === "fault");
    box.classList.toggle("waits", shown.as === "waiting");
    box.role = shown.as === "fault" ? "alert" : null;
    if (shown.as === "fault") box.replaceChildren(...faultNotice(shown.fault));
    else if (shown.as === "waiting") showWaiting(box, waitingWords(shown.fault), boxes[shown.for]);
    else box.textContent = `${failures[i].name}: ${failures[i].message}`;
  }
}

/** "TypeError: no such unit" */
function failureIn(text: string): Failure {
  const [name, ...message] = text.trim().split(": ");
  return message.length > 0 ? {name, message: message.join(": ")} : {name: "Error", message: name};
}

/** Leads from a cell that waits to the one that it waits for. */
function showWaiting(box: HTMLElement, words: string, cause: Element): void {
  const link = document.createElement("a");
  link.href = `#${cause.id}`;
  link.title = words;
  link.textContent = box.closest(".plot, .table-place, .inputs") ? words : "…";
  box.replaceChildren(link);
}

function waitingWords(fault: FileFault | null): string {
  if (fault === null) return "waits for a cell that failed";
  return fault.of === "modules" ? "waits for the page’s code" : `waits for ${filesWords(fault.files)}`;
}

function faultNotice(fault: FileFault): Node[] {
  const text = document.createElement("span");
  const strong = text.appendChild(document.createElement("strong"));
  strong.textContent = fault.of === "modules" ? "Code is missing here." : "Data are missing here.";
  text.append(` ${faultWords(fault)} `);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Try again";
  const status = document.createElement("span");
  status.role = "status";
  button.addEventListener("click", async () => {
    button.disabled = true;
    status.textContent = " Trying …";
    const files = fault.of === "modules" ? [] : fault.files;
    // A reload without a connection would take away the page as well.
    if (await canReach([location.href, ...files.map(({address}) => address)])) location.reload();
    else status.textContent = " There is still no connection.";
    button.disabled = false;
  });
  return [text, button, status];
}

function faultWords(fault: FileFault): string {
  const since = "the site has been built anew since you opened this page.";
  if (fault.of === "modules")
    return `A part of this page’s code could not be loaded: the connection was lost, or ${since}`;
  const {files} = fault;
  const isPreview = files[0].digest === undefined;
  if (fault.of === "lost data") {
    const why = isPreview ? "the preview’s terminal says why." : `the connection was lost, or ${since}`;
    return `${filesWords(files)} could not be loaded: ${why}`;
  }
  if (isPreview) return fault.message;
  return `${files[0].name} is not the file that this page was built with: it was damaged, or ${since}`;
}

function filesWords([{name}, ...others]: readonly PageFile[]): string {
  if (others.length === 0) return name;
  return `${name} and ${others.length} other ${others.length === 1 ? "file" : "files"}`;
}

/** Asks for files past the browser's cache, which may hold what is damaged. */
async function canReach(addresses: readonly string[]): Promise<boolean> {
  const answers = addresses.map((address) => fetch(address, {cache: "reload"}).then((answer) => answer.arrayBuffer()));
  return Promise.all(answers).then(
    () => true,
    () => false
  );
}
