/** A train without the times that are not finite; the train itself, if it is an array of such times. */
export function finiteTimes(train: ArrayLike<number>): Float64Array {
  const times = train instanceof Float64Array ? train : Float64Array.from(train);
  // What is not finite is not 0 less than itself.
  for (let i = 0; i < times.length; ++i) if (times[i] - times[i] !== 0) return times.filter(Number.isFinite);
  return times;
}
