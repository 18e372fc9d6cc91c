import type {DecodedParameter} from "./parameters-to-decode.js";

/** What decoded values are called. */
export function classNames(classes: readonly number[], {id}: Pick<DecodedParameter, "id">): string[] {
  return classes.map((value) => {
    if (id === "frame" && value === -1) return "grey";
    if (id === "color") return value < 0 ? "dark" : "bright";
    return String(value).replace("-", "−");
  });
}
