import type {Page} from "playwright-core";

/** Words of one figure that lie on one line and touch, or lie over each other, each pair as it would be read. */
export function touchingNames(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main svg")].flatMap((svg) => {
      const words = [...svg.querySelectorAll("text")]
        .map((text) => ({text: text.textContent?.trim() ?? "", box: text.getBoundingClientRect()}))
        .filter(({text, box}) => text !== "" && box.width > 0);
      return words.flatMap(({text, box}, i) =>
        words.slice(i + 1).flatMap((other) => {
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const touch = high > 0.6 * Math.min(box.height, other.box.height) && wide > -2;
          return touch ? [`${text}|${other.text}`] : [];
        })
      );
    })
  );
}
