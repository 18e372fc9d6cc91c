import {afterPaint} from "./after-paint.js";
import {type Input, inputRow} from "./input-row.js";
import {correctUrlState, followUrlState, readUrlState, writeUrlState} from "./url-state.js";

/** One of several things to choose from. */
export interface ChoiceInputOptions<Choice> {
  label: string;
  choices: Iterable<Choice>;
  /** How a choice is called in the list; its text if not given. */
  format?: (choice: Choice) => string;
  /** How a choice is called in the page's address; must differ between choices. */
  id?: (choice: Choice) => string;
  /** The name of the group a choice belongs to, if the list is long. */
  group?: (choice: Choice) => string;
  /** The default; the first choice if it is not among them. */
  value?: Choice;
  /** The name in the page's address. */
  key: string;
  /** Whose the default is, for the way back to it. */
  defaultOf?: string;
}

/** A list to choose one thing from. Its state stays in the page's address. The value is null when there is nothing. */
export function choiceInput<Choice>(options: ChoiceInputOptions<Choice>): Input<Choice | null> {
  const {label, format = String, id = String, group, key, defaultOf = "the tutorial’s"} = options;
  const choices = [...options.choices];
  const preset = Math.max(0, options.value === undefined ? 0 : choices.findIndex((c) => id(c) === id(options.value!)));
  const list = document.createElement("select");
  const groups = new Map<string, HTMLElement>();
  choices.forEach((choice, i) => {
    const option = new Option(format(choice), String(i));
    const name = group?.(choice);
    if (name === undefined) {
      list.append(option);
      return;
    }
    if (!groups.has(name)) {
      const element = Object.assign(document.createElement("optgroup"), {label: name});
      groups.set(name, element);
      list.append(element);
    }
    groups.get(name)!.append(option);
  });
  list.disabled = choices.length < 2;
  const {row, atDefault} = inputRow({
    label,
    controls: [list],
    back: choices.length ? `${defaultOf} ${format(choices[preset])}` : "",
    onReset: () => choose(preset)
  });
  let current = preset;
  const tell = afterPaint(() => input.dispatchEvent(new Event("input", {bubbles: true})));
  const input = Object.defineProperty(row, "value", {
    get: () => choices[current] ?? null,
    set: (choice: Choice | null) => {
      show(choice === null ? -1 : choices.findIndex((c) => id(c) === id(choice)));
      if (choices.length) writeUrlState(key, kept());
    }
  }) as unknown as Input<Choice | null>;

  function show(wanted: number): void {
    if (wanted >= 0) current = wanted;
    list.value = String(current);
    atDefault(current === preset);
  }

  /** What the address has of it. */
  const kept = () => (current === preset ? null : id(choices[current]));

  function showKept(wanted: string | null): void {
    const found = wanted === null ? -1 : choices.findIndex((choice) => id(choice) === wanted);
    show(found < 0 ? preset : found);
  }

  function choose(wanted: number): void {
    const before = current;
    show(wanted);
    if (current === before) return;
    writeUrlState(key, kept());
    tell();
  }

  list.addEventListener("input", (event) => {
    event.stopPropagation();
    choose(Number(list.value));
  });
  showKept(readUrlState(key));
  if (choices.length) correctUrlState(key, kept());
  followUrlState(key, (wanted) => {
    const before = current;
    showKept(wanted);
    if (current !== before) tell();
  });
  return input;
}
