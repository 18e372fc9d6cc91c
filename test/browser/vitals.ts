/** What a page's own observers recorded. */
export interface Vitals {
  /** Largest contentful paint, in ms from navigation. */
  lcp: number;
  /** Cumulative layout shift, without a unit. */
  cls: number;
  /** The longest interaction so far, in ms from the input to the next frame, in steps of 8. */
  inp: number;
  /** The element that the longest interaction was with. */
  slowest: string;
  /** The shifts, with the first element that each moved. */
  shifts: {value: number; moved: string}[];
}

declare global {
  var vitals: Vitals;
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: {node: Node | null}[];
}

interface Interaction extends PerformanceEntry {
  interactionId: number;
  target: Node | null;
}

/** Runs in the page, before its scripts; so it must hold all that it uses. */
export function recordVitals(): void {
  globalThis.vitals = {lcp: 0, cls: 0, inp: 0, slowest: "", shifts: []};
  const name = (node: Node | null | undefined) => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return "?";
    const words = element.textContent?.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">${words}`;
  };
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({type, buffered: true, ...more});
  observe("largest-contentful-paint", (entry) => {
    vitals.lcp = entry.startTime;
  });
  observe("layout-shift", (entry) => {
    const {value, hadRecentInput, sources} = entry as LayoutShift;
    if (hadRecentInput) return;
    vitals.cls += value;
    vitals.shifts.push({value, moved: name(sources[0]?.node)});
  });
  const interaction = (entry: PerformanceEntry) => {
    const {interactionId, duration, target} = entry as Interaction;
    if (!interactionId || duration <= vitals.inp) return;
    vitals.inp = duration;
    vitals.slowest = name(target);
  };
  observe("event", interaction, {durationThreshold: 16});
}
