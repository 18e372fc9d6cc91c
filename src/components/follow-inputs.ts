/** What this needs of Observable's runtime, in whose modules the cells of a page are variables. */
export interface CellRuntime {
  module(...given: unknown[]): CellModule;
}

/** Where cells are defined. */
export interface CellModule {
  variable(observer: CellObserver | true, options?: object): CellVariable;
}

/** What is told how a cell is doing. */
export interface CellObserver {
  /** The element that the cell stands in. */
  _node?: Element;
  pending?(): void;
  fulfilled?(value: unknown, name?: string): void;
  rejected?(error: unknown, name?: string): void;
}

/** A cell, or a name that a cell gives. */
export interface CellVariable {
  define(name: string | null, inputs: string[], body: (...given: unknown[]) => unknown): unknown;
}

/**
 * Makes a page follow its inputs, whatever its cells do. Observable's runtime lets a cell run again only when its last run has given
 * a value; so one that never does, such as a task that was cancelled, would hold up for ever all that depend on it. Here
 * the last run is not waited for once an input has changed. What a cell shows is marked as busy from the moment that an
 * input changes until the cell shows something again. And cells take turns with the reader: when they have held the page for a
 * moment, what was typed or clicked is heard before the next one runs, and it does not run if it is not wanted any more.
 * @param Runtime the class of the runtime, before there is one: Framework lets nobody have the one that runs the page
 */
export function followInputs(Runtime: {prototype: CellRuntime}): void {
  const {module} = Runtime.prototype;
  Runtime.prototype.module = function (...given) {
    return following(module.apply(this, given));
  };
}

function following(made: CellModule): CellModule {
  const variable = made.variable.bind(made);
  made.variable = (observer, options) => {
    const isCell = observer !== true;
    const cell = variable(isCell ? marking(observer) : observer, options);
    const define = cell.define.bind(cell);
    cell.define = (name, inputs, body) => {
      // First, as the runtime makes a new promise wherever it meets the name; then the cell's own use of it is this one.
      const others = inputs.filter((input) => input !== "invalidation");
      const places = inputs.map((input) => (input === "invalidation" ? 0 : 1 + others.indexOf(input)));
      return define(name, ["invalidation", ...others], (...given) => {
        const run = () => body(...places.map((place) => given[place]));
        const invalidated = failing(given[0] as Promise<unknown>);
        return untilInvalidated(isCell && holdsPage() ? inTurn(run, invalidated) : run(), invalidated);
      });
    };
    return cell;
  };
  return made;
}

/** What fails when a cell is invalidated, which nobody hears but who waits for it. */
function failing(invalidation: Promise<unknown>): Promise<never> {
  const invalidated = invalidation.then((): never => {
    throw new Error("The inputs have changed.");
  });
  invalidated.catch(() => {});
  return invalidated;
}

/** So long (ms) cells may hold a page, one after the other; a click is to be answered within 100 ms. */
const TURN = 40;

/** When the page last had its turn. */
let since = Number.NEGATIVE_INFINITY;

const holdsPage = () => performance.now() - since > TURN;

/** Runs a cell when the page has had its turn, unless it has been invalidated then. */
async function inTurn(run: () => unknown, invalidated: Promise<never>): Promise<unknown> {
  while (holdsPage()) {
    await Promise.race([new Promise((resolve) => setTimeout(resolve)), invalidated]);
    since = performance.now();
  }
  return run();
}

/** What a cell gives, with promises and generators that fail when it is invalidated. */
function untilInvalidated(value: unknown, invalidated: Promise<never>): unknown {
  const before = <Value>(promise: Value) => Promise.race([promise, invalidated]);
  const bounded = (given: unknown) => {
    if (!isGenerator(given)) return given;
    const next = async (yielded: unknown) => {
      const {done, value} = await given.next(yielded);
      return {done, value: await value};
    };
    return {next: (yielded: unknown) => before(next(yielded)), return: () => given.return(undefined)};
  };
  return value instanceof Promise ? before(value).then(bounded) : bounded(value);
}

function isGenerator(value: unknown): value is Generator | AsyncGenerator {
  const {next, return: end} = (value ?? {}) as Partial<Generator>;
  return typeof next === "function" && typeof end === "function";
}

/** How many cells in an element are to be shown anew. */
const busy = new WeakMap<Element, Set<CellObserver>>();

/** The observer, which besides says of the element that a cell stands in whether what it shows is of earlier inputs. */
function marking(observer: CellObserver): CellObserver {
  const element = observer._node;
  if (!element) return observer;
  const cells = busy.get(element) ?? new Set();
  busy.set(element, cells);
  let shows = false;
  const mark = (is: boolean) => {
    if (is) cells.add(observer);
    else cells.delete(observer);
    if (cells.size) element.setAttribute("aria-busy", "true");
    else element.removeAttribute("aria-busy");
  };
  return {
    ...observer,
    pending() {
      if (shows) mark(true);
      observer.pending?.();
    },
    fulfilled(value, name) {
      shows = true;
      mark(false);
      observer.fulfilled?.(value, name);
    },
    rejected(error, name) {
      mark(false);
      observer.rejected?.(error, name);
    }
  };
}
