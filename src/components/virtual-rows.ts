/** The body of a table of which only the rows in view exist. */
export interface VirtualRows {
  /** Shows so many rows, from the first on; asked again, all are made anew. */
  show(count: number): void;
}

/** Rows made above and below what is in view. */
const SPARE = 12;

/**
 * Fills a table with as many rows as are in view, and makes others as it scrolls; the room of those that do not exist is
 * kept by a row above and one below. Columns grow with what comes into view and never shrink, so nothing jumps.
 *
 * @param scroll the element that scrolls
 * @param make makes the row of an index
 */
export function virtualRows(
  scroll: HTMLElement,
  table: HTMLTableElement,
  make: (index: number) => HTMLTableRowElement
): VirtualRows {
  const body = table.createTBody();
  const [above, below] = [document.createElement("tr"), document.createElement("tr")];
  for (const room of [above, below]) room.setAttribute("aria-hidden", "true");
  let count = 0;
  let height = 25; // of a row, until one was measured
  let made: [number, number] = [0, 0];

  const draw = (anew: boolean) => {
    const inView = Math.ceil((scroll.clientHeight || 400) / height);
    const first = Math.max(0, Math.min(Math.floor(scroll.scrollTop / height), count - inView));
    const wanted: [number, number] = [Math.max(0, first - SPARE), Math.min(count, first + inView + SPARE)];
    const stillGood = first >= made[0] + (made[0] > 0 ? 2 : 0) && first + inView <= made[1] - (made[1] < count ? 2 : 0);
    if (!anew && stillGood) return;
    made = wanted;
    const rows = Array.from({length: made[1] - made[0]}, (_, i) => {
      const row = make(made[0] + i);
      row.ariaRowIndex = String(made[0] + i + 2); // the row of names is the first
      return row;
    });
    above.style.height = `${made[0] * height}px`;
    below.style.height = `${(count - made[1]) * height}px`;
    body.replaceChildren(...(made[0] > 0 ? [above] : []), ...rows, ...(made[1] < count ? [below] : []));
    holdWidths();
  };
  const holdWidths = () => {
    if (!table.isConnected || made[1] - made[0] === count) return;
    for (const name of table.tHead!.rows[0].cells) {
      const {width} = name.getBoundingClientRect();
      if (width > (Number.parseFloat(name.style.minWidth) || 0)) name.style.minWidth = `${width}px`;
    }
  };
  scroll.addEventListener("scroll", () => {
    const row = body.rows[made[0] > 0 ? 1 : 0];
    if (row?.offsetHeight) height = row.getBoundingClientRect().height;
    draw(false);
  });
  return {
    show(rows) {
      count = rows;
      table.setAttribute("aria-rowcount", String(rows + 1));
      scroll.scrollTop = 0;
      draw(true);
    }
  };
}
