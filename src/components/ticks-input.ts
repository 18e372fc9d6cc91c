import {afterPaint} from "./after-paint.js";
import type {Input} from "./input-row.js";
import {correctUrlState, followUrlState, readUrlState, writeUrlState} from "./url-state.js";

/** Several things of which any may be taken. */
export interface TicksInputOptions<Choice> {
  label: string;
  choices: Iterable<Choice>;
  /** How a choice is called; its text if not given. */
  format?: (choice: Choice) => string;
  /** How a choice is called in the page's address; must differ between choices, without commas. */
  id?: (choice: Choice) => string;
  /** A CSS colour for a choice that has one, such as an area. */
  color?: (choice: Choice) => string;
  /** The default; all if not given. */
  value?: Iterable<Choice>;
  /** The name in the page's address. */
  key: string;
}

/** Check boxes: the value is what is ticked, in the order of the choices. Its state stays in the page's address. */
export function ticksInput<Choice>(options: TicksInputOptions<Choice>): Input<Choice[]> {
  const {label, format = String, id = String, color, key} = options;
  const choices = [...options.choices];
  const preset = new Set([...(options.value ?? choices)].map(id));
  const root = document.createElement("fieldset");
  root.className = "ticks";
  const legend = root.appendChild(document.createElement("legend"));
  legend.textContent = label;
  const row = root.appendChild(document.createElement("div"));
  const boxes = choices.map((choice) => {
    const own = row.appendChild(document.createElement("label"));
    const box = own.appendChild(document.createElement("input"));
    box.type = "checkbox";
    if (color) {
      const swatch = own.appendChild(document.createElement("span"));
      swatch.className = "swatch";
      swatch.style.cssText = `margin: 0; background: ${color(choice)}`;
    }
    own.append(format(choice));
    return box;
  });
  const way = (text: string, aria: string) => {
    const button = row.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "reset";
    button.textContent = text;
    button.setAttribute("aria-label", `${label}: ${aria}`);
    return button;
  };
  const none = way("none", "none of them");
  const reset = way("reset", "back to this page’s");
  const tell = afterPaint(() => input.dispatchEvent(new Event("input", {bubbles: true})));
  const ticked = () => choices.filter((_, i) => boxes[i].checked);
  const show = (wanted: ReadonlySet<string>) => {
    choices.forEach((choice, i) => {
      boxes[i].checked = wanted.has(id(choice));
    });
    allow();
  };
  const isPreset = () => choices.every((choice, i) => boxes[i].checked === preset.has(id(choice)));
  const allow = () => {
    reset.disabled = isPreset();
    none.disabled = boxes.every(({checked}) => !checked);
  };
  /** What the address has of it. */
  const kept = () => (isPreset() ? null : ticked().map(id).join(","));
  const idsIn = (text: string | null) => (text === null ? preset : new Set(text.split(",")));
  const input = Object.defineProperty(root, "value", {
    get: ticked,
    set: (wanted: Choice[]) => {
      show(new Set(wanted.map(id)));
      writeUrlState(key, kept());
    }
  }) as unknown as Input<Choice[]>;
  row.addEventListener("input", (event) => {
    event.stopPropagation();
    allow();
    writeUrlState(key, kept());
    tell();
  });
  const take = (wanted: ReadonlySet<string>) => () => {
    show(wanted);
    writeUrlState(key, kept());
    boxes[0]?.focus();
    tell();
  };
  none.addEventListener("click", take(new Set()));
  reset.addEventListener("click", take(preset));
  show(idsIn(readUrlState(key)));
  correctUrlState(key, kept());
  followUrlState(key, (text) => {
    show(idsIn(text));
    tell();
  });
  return input;
}
