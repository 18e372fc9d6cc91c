import {afterPaint} from "./after-paint.js";
import {type Input, inputRow} from "./input-row.js";
import {correctUrlState, followUrlState, readUrlState, writeUrlState} from "./url-state.js";

/** A number to be chosen from a range. */
export interface RangeInputOptions {
  label: string;
  unit?: string;
  min: number;
  max: number;
  step: number;
  /** The default, which is the tutorial's own where it has one. */
  value: number;
  /** The name in the page's address. */
  key: string;
  /** Whose the default is, for the way back to it. */
  defaultOf?: string;
}

/** A slider with a field for exact numbers. Its state stays in the page's address. */
export function rangeInput(options: RangeInputOptions): Input<number> {
  const {label, unit, min, max, step, value: preset, key, defaultOf = "the tutorial’s"} = options;
  const slider = numberControl("range", options);
  const field = numberControl("number", options);
  const {row, atDefault} = inputRow({
    label,
    unit,
    controls: [slider, field],
    back: `${defaultOf} ${preset}`,
    onReset: () => choose(preset)
  });
  let value = preset;
  const tell = afterPaint(() => input.dispatchEvent(new Event("input", {bubbles: true})));
  const input = Object.defineProperty(row, "value", {
    get: () => value,
    set: (v: number) => {
      show(v);
      writeUrlState(key, kept());
    }
  }) as unknown as Input<number>;

  function show(wanted: number): void {
    const steps = Math.round((Math.max(min, Math.min(max, wanted)) - min) / step);
    value = Number(Math.min(max, min + steps * step).toFixed(10));
    slider.value = String(value);
    if (document.activeElement !== field || Number(field.value) !== value) field.value = String(value);
    atDefault(value === preset);
  }

  /** What the address has of it. */
  const kept = () => (value === preset ? null : String(value));
  const numberIn = (text: string | null) => (text && Number.isFinite(Number(text)) ? Number(text) : preset);

  function choose(wanted: number): void {
    const before = value;
    show(wanted);
    if (value === before) return;
    writeUrlState(key, kept());
    tell();
  }

  slider.addEventListener("input", (event) => {
    event.stopPropagation();
    choose(slider.valueAsNumber);
  });
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => choose(Number.isFinite(field.valueAsNumber) ? field.valueAsNumber : value));
  const wanted = numberIn(readUrlState(key));
  show(wanted);
  correctUrlState(key, kept());
  followUrlState(key, (text) => {
    const before = value;
    show(numberIn(text));
    if (value !== before) tell();
  });
  if (wanted < min || wanted > max) sayOnce(row, `instead of ${wanted}, which is not between ${min} and ${max}`);
  return input;
}

/** Says something at the end of a row, until the input is touched. */
function sayOnce(row: HTMLElement, words: string): void {
  const note = row.appendChild(document.createElement("span"));
  note.className = "out-of-range";
  note.textContent = words;
  row.addEventListener("input", () => note.remove(), {once: true});
}

function numberControl(type: string, {min, max, step}: RangeInputOptions): HTMLInputElement {
  const control = document.createElement("input");
  Object.assign(control, {type, min: String(min), max: String(max), step: String(step)});
  return control;
}
