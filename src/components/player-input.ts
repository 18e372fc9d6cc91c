import {type Input, inputRow} from "./input-row.js";
import {correctUrlState, followUrlState, readUrlState, writeUrlState} from "./url-state.js";

/** What can be played. */
export interface PlayerInputOptions {
  label: string;
  /** When each frame was taken, in seconds, ascending. */
  times: ArrayLike<number>;
  /** The number of the first frame, as the reader counts them. */
  first: number;
  /** The name in the page's address. */
  key: string;
}

/** A frame chosen by hand, or one after the other at a speed; the value is the frame's index in `times`. */
export interface PlayerInput extends Input<number> {
  /** Does what a key means: the space bar plays and pauses, arrows step (ten with Shift), Home and End go to the ends. */
  press(event: KeyboardEvent): void;
}

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4];

/**
 * Play and pause, a slider to scrub, and a speed. Nothing moves unless the reader asks for it; for readers who ask their
 * system for less motion, the button goes one frame on instead.
 */
export function playerInput({label, times, first, key}: PlayerInputOptions): PlayerInput {
  const stepsOnly = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const last = Math.max(0, times.length - 1);
  const slider = document.createElement("input");
  Object.assign(slider, {type: "range", min: String(first), max: String(first + last), step: "1"});
  const field = document.createElement("output");
  field.className = "frame-number";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "play";
  const speed = document.createElement("select");
  for (const times of SPEEDS) speed.append(new Option(`${times} ×`, String(times)));
  const showSpeed = (wanted: string | null) => {
    speed.value = SPEEDS.map(String).includes(wanted ?? "") ? wanted! : "1";
  };
  showSpeed(readUrlState("speed"));
  followUrlState("speed", showSpeed);
  speed.addEventListener("input", (event) => {
    event.stopPropagation();
    writeUrlState("speed", speed.value === "1" ? null : speed.value);
  });
  const {row, atDefault} = inputRow({
    label,
    controls: [slider],
    back: `the first frame ${first}`,
    onReset: () => choose(0)
  });
  slider.after(field, button);
  if (!stepsOnly) {
    const name = document.createElement("label");
    name.textContent = "speed";
    name.htmlFor = speed.id = `${slider.id}-speed`;
    button.after(name, speed);
  }
  let frame = 0;
  let playing = false;
  const input = Object.defineProperty(Object.assign(row, {press}), "value", {
    get: () => frame,
    set: (wanted: number) => {
      show(wanted);
      writeUrlState(key, kept());
    }
  }) as unknown as PlayerInput;

  function show(wanted: number): void {
    frame = Math.max(0, Math.min(last, Math.round(wanted)));
    slider.value = field.value = String(first + frame);
    atDefault(frame === 0);
  }

  /** What the address has of it. */
  const kept = () => (frame === 0 ? null : String(first + frame));

  function showKept(text: string | null): void {
    const wanted = Number(text ?? Number.NaN);
    show(wanted >= first && wanted <= first + last ? wanted - first : 0);
  }

  function choose(wanted: number): void {
    const before = frame;
    show(wanted);
    if (frame === before) return;
    writeUrlState(key, kept());
    input.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function play(on: boolean): void {
    if (stepsOnly) {
      if (on) choose(frame < last ? frame + 1 : 0);
      return;
    }
    if (on === playing) return;
    playing = on;
    button.textContent = on ? "pause" : "play";
    if (!on) return;
    if (frame >= last) choose(0);
    let time = times[frame];
    let before = performance.now();
    const next = (now: number) => {
      if (!playing || !row.isConnected) return;
      time += (Math.min(200, now - before) / 1000) * Number(speed.value);
      before = now;
      let reached = frame;
      while (reached < last && times[reached + 1] <= time) reached++;
      choose(reached);
      if (reached === last) play(false);
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }

  function press(event: KeyboardEvent): void {
    const step = event.shiftKey ? 10 : 1;
    const to: Record<string, number> = {
      ArrowLeft: frame - step,
      ArrowDown: frame - step,
      ArrowRight: frame + step,
      ArrowUp: frame + step,
      Home: 0,
      End: last
    };
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.key === " " || event.key in to)) return;
    event.preventDefault();
    const isSpace = event.key === " ";
    play(isSpace && !playing);
    if (!isSpace) choose(to[event.key]);
  }

  button.textContent = stepsOnly ? "next frame" : "play";
  button.addEventListener("click", () => play(!playing));
  slider.addEventListener("input", (event) => {
    event.stopPropagation();
    play(false);
    choose(slider.valueAsNumber - first);
  });
  slider.addEventListener("keydown", (event) => {
    if (event.key === " ") press(event);
  });
  showKept(readUrlState(key));
  correctUrlState(key, kept());
  followUrlState(key, (text) => {
    const before = frame;
    play(false);
    showKept(text);
    if (frame !== before) input.dispatchEvent(new Event("input", {bubbles: true}));
  });
  return input;
}
