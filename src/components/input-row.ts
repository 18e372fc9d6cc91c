let made = 0;

/** An input as a page sees it: an element with a value, which tells of changes with "input" events. */
export interface Input<Value> extends HTMLElement {
  value: Value;
}

/** What a row of an input is made of. */
export interface InputRow {
  /** The field's word for the parameter. */
  label: string;
  /** Its unit, if it has one. */
  unit?: string;
  /** The controls; the first is the one that the label names. */
  controls: HTMLElement[];
  /** What the way back is called: "the tutorial's 4". */
  back: string;
  /** Takes the way back. */
  onReset: () => void;
}

/** A row with a label, controls, a unit and a way back to the default; the way back shows only when it leads somewhere. */
export function inputRow({label, unit, controls, back, onReset}: InputRow): {
  row: HTMLDivElement;
  atDefault(is: boolean): void;
} {
  const row = document.createElement("div");
  row.className = "input";
  const name = document.createElement("label");
  name.textContent = label;
  name.htmlFor = controls[0].id = `input-${++made}`;
  for (const control of controls.slice(1)) control.setAttribute("aria-label", unit ? `${label} (${unit})` : label);
  const reset = document.createElement("button");
  reset.type = "button";
  reset.className = "reset";
  reset.textContent = "reset";
  reset.title = `back to ${back}`;
  reset.setAttribute("aria-label", `${label}: back to ${back}`);
  reset.addEventListener("click", () => {
    onReset();
    controls[0].focus();
  });
  row.append(name, ...controls);
  if (unit) row.append(unit);
  row.append(reset);
  return {row, atDefault: (is) => (reset.disabled = is)};
}
