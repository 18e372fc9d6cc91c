/** A bar that shows how far work is which a page does by itself, in small steps. */
export interface WorkProgress extends HTMLElement {
  /** To be told of the work's progress, from 0 to 1; the bar shows only while it goes on. */
  onProgress(fraction: number): void;
}

/**
 * A place of fixed height with a bar in it, for work of a second or so that the page goes on with by itself; longer work
 * has a longTaskInput, which can be cancelled.
 * @param label what is done, for readers who do not see the bar
 */
export function workProgress(label: string): WorkProgress {
  const place = document.createElement("div");
  place.className = "work";
  const bar = place.appendChild(document.createElement("progress"));
  bar.max = 1;
  bar.setAttribute("aria-label", label);
  bar.hidden = true;
  return Object.assign(place, {
    onProgress(fraction: number) {
      bar.value = fraction;
      bar.hidden = fraction >= 1;
    }
  });
}
