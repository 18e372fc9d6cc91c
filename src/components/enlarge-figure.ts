/** A canvas of lib/plot, which can be painted with more pixels. */
type Canvas = HTMLCanvasElement & {paintAt?(ratio?: number): void};

/**
 * Shows a figure as large as the window, in a dialog that Escape closes. It is the figure itself that moves there, so it
 * answers to pointer and keyboard as before; when the dialog closes it goes back, and the focus to what had it.
 */
export function enlargeFigure(figure: HTMLElement, plot: HTMLElement): void {
  const opener = document.activeElement;
  const dialog = document.createElement("dialog");
  dialog.className = "enlarged";
  dialog.setAttribute("aria-label", "Enlarged figure");
  const close = dialog.appendChild(document.createElement("button"));
  Object.assign(close, {type: "button", className: "close", textContent: "Close"});
  close.addEventListener("click", () => dialog.close());
  const stage = dialog.appendChild(document.createElement("div"));
  stage.className = "stage";
  const {width, height} = plot.getBoundingClientRect();
  const caption = figure.querySelector("figcaption");
  if (caption) {
    const words = dialog.appendChild(document.createElement("p"));
    words.textContent = caption.textContent;
  }
  // The place it leaves keeps its height, so that the page behind does not move.
  const place = document.createElement("div");
  place.style.height = `${height}px`;
  plot.replaceWith(place);
  const style = plot.getAttribute("style");
  plot.style.width = `${width}px`;
  stage.append(plot);
  document.body.append(dialog);

  const enlarge = () => {
    const drawn = drawnSize(plot);
    const scale = Math.min(stage.clientWidth / drawn.width, (innerHeight - 160) / drawn.height, 4);
    plot.style.transform = `scale(${scale})`;
    stage.style.height = `${drawn.height * scale}px`;
    plot.style.marginLeft = `${Math.max(0, (stage.clientWidth - drawn.width * scale) / 2)}px`;
    for (const canvas of plot.querySelectorAll<Canvas>("canvas"))
      canvas.paintAt?.(devicePixelRatio * Math.max(1, scale));
  };
  const changes = new ResizeObserver(enlarge);
  dialog.addEventListener("close", () => {
    changes.disconnect();
    removeEventListener("resize", enlarge);
    if (style === null) plot.removeAttribute("style");
    else plot.setAttribute("style", style);
    place.replaceWith(plot);
    for (const canvas of plot.querySelectorAll<Canvas>("canvas")) canvas.paintAt?.();
    dialog.remove();
    if (opener instanceof HTMLElement) opener.focus();
  });
  dialog.showModal();
  changes.observe(plot);
  addEventListener("resize", enlarge);
  enlarge();
}

/** The size of what is drawn, without the room beside it, in the figure's own pixels. */
function drawnSize(plot: HTMLElement): {width: number; height: number} {
  const box = plot.getBoundingClientRect();
  const scale = box.width / plot.offsetWidth || 1;
  const right = Math.max(
    ...[...plot.querySelectorAll("svg, canvas")].map((part) => part.getBoundingClientRect().right)
  );
  const width = Number.isFinite(right) ? (right - box.left) / scale : plot.offsetWidth;
  return {width: Math.max(1, width), height: Math.max(1, plot.offsetHeight)};
}
