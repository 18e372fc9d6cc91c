/** Work that takes long enough for a reader to wait: what it is told, and what it tells. */
export interface LongTaskInputOptions<Output> {
  /** What is done, as a button says it: "Decode", "Compare all pairs". */
  label: string;
  /** Does the work, mostly by `runInWorker`; must end when the signal is aborted. */
  run: (options: {signal: AbortSignal; onProgress: (fraction: number) => void}) => Promise<Output>;
  /** The cell's `invalidation`: when what the work depends on changes, the work is cancelled. */
  invalidation?: Promise<unknown>;
  /** Whether it begins by itself, once the inputs rest and the button is on the screen, or nearly. */
  auto?: boolean;
}

/**
 * Undefined until work that begins by itself has ended; null when nothing came out: not asked for or not in sight yet,
 * cancelled, or failed.
 */
export interface LongTaskInput<Output> extends HTMLElement {
  value: Output | null | undefined;
}

/** How long inputs rest before work begins by itself (ms). */
const REST = 200;

/**
 * A button that starts long work and, while it runs, cancels it; a progress bar; and how far it is and for how long.
 * When it ends there is an "input" event. In a page: `const result = view(longTaskInput({label, run, invalidation}))`.
 */
export function longTaskInput<Output>(options: LongTaskInputOptions<Output>): LongTaskInput<Output> {
  const {label, run, invalidation, auto = false} = options;
  const root = document.createElement("div") as unknown as LongTaskInput<Output>;
  root.className = "long-task";
  const button = root.appendChild(document.createElement("button"));
  button.type = "button";
  const bar = root.appendChild(document.createElement("progress"));
  bar.max = 1;
  bar.setAttribute("aria-label", `Progress: ${label}`);
  const status = root.appendChild(document.createElement("output"));
  root.value = auto ? undefined : null;
  let controller: AbortController | undefined;

  // Readers with a screen reader are told how it ended, not every per cent on the way.
  const say = (words: string, live: boolean) => {
    status.setAttribute("aria-live", live ? "polite" : "off");
    status.textContent = words;
  };
  const show = (running: boolean) => {
    button.textContent = running ? "Cancel" : label;
    bar.classList.toggle("idle", !running);
    root.classList.toggle("running", running);
  };
  const tell = (value: Output | null) => {
    root.value = value;
    root.dispatchEvent(new Event("input", {bubbles: true}));
  };

  async function start(): Promise<void> {
    const own = new AbortController();
    controller = own;
    const since = performance.now();
    const seconds = () => `${((performance.now() - since) / 1000).toFixed(1)} s`;
    let fraction = 0;
    const tick = () => say(`${Math.round(100 * fraction)} %, ${seconds()}`, false);
    const timer = setInterval(tick, 100);
    show(true);
    bar.value = 0;
    tick();
    // Work may be waiting for a file when it is cancelled: that is not waited for.
    const cancelled = new Promise<never>((_, reject) => {
      own.signal.addEventListener("abort", () => reject(own.signal.reason));
    });
    const onProgress = (part: number) => {
      fraction = part;
      bar.value = part;
    };
    try {
      const output = await Promise.race([run({signal: own.signal, onProgress}), cancelled]);
      if (own !== controller) return;
      say(`done in ${seconds()}`, true);
      tell(output);
    } catch (error) {
      if (own !== controller) return;
      const words = error instanceof Error ? error.message : String(error);
      say(own.signal.aborted ? `cancelled after ${seconds()}` : words, true);
      tell(null);
    } finally {
      clearInterval(timer);
      if (own === controller) {
        controller = undefined;
        show(false);
      }
    }
  }

  let waiting = auto;
  const begin = () => {
    waiting = false;
    void start();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What nobody looks at yet is not computed, nor is the worker fetched that would.
  const seen = new IntersectionObserver(
    ([{isIntersecting}]) => {
      if (!waiting) return;
      if (isIntersecting) {
        seen.disconnect();
        show(true);
        timer = setTimeout(begin, REST);
      } else if (root.value === undefined) {
        show(false);
        say("begins when you come here", false);
        tell(null);
      }
    },
    {rootMargin: "300px"}
  );
  if (auto) seen.observe(root);
  button.addEventListener("click", () => {
    if (controller) controller.abort(new Error("cancelled"));
    else if (!waiting || timer === undefined) {
      seen.disconnect();
      begin();
    } else {
      waiting = false;
      clearTimeout(timer);
      show(false);
      say("cancelled", true);
      tell(null);
    }
  });
  bar.value = 0;
  show(auto);
  void invalidation?.then(() => {
    waiting = false;
    seen.disconnect();
    clearTimeout(timer);
    const running = controller;
    controller = undefined; // what it answers is nobody's
    running?.abort(new Error("the inputs have changed"));
  });
  return root;
}
