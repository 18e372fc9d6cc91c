/** How the values of a stimulus parameter lie on an axis. */
export interface ParameterAxis {
  /** "log" where the values go up by factors, as frequencies and contrasts do. */
  type: "linear" | "log";
  /** From the first value to the last, with a little room. */
  domain: [number, number];
  /** The values themselves, if they are few and have room for their names; undefined leaves the choice to the axis. */
  ticks: number[] | undefined;
}

/** More values than this are not named one by one. */
const MOST = 12;

/**
 * The axis of a stimulus parameter.
 * @param values ascending, each once
 * @param width of the axis, in pixels
 */
export function parameterAxis(values: readonly number[], width: number): ParameterAxis {
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? 1;
  const type = values.length >= 3 && values.length <= MOST && first > 0 && last / first >= 8 ? "log" : "linear";
  const room = 0.04;
  const span = last - first || 1;
  const factor = (last / first) ** room;
  return {
    type,
    domain: type === "log" ? [first / factor, last * factor] : [first - span * room, last + span * room],
    ticks: values.length <= MOST && width / Math.max(1, values.length) >= 26 ? [...values] : undefined
  };
}
