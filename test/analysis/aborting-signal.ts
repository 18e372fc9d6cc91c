/** A signal that is aborted, with the error "enough", when it is looked at for the n-th time. */
export function abortedAtLook(n: number): AbortSignal {
  const controller = new AbortController();
  const {signal} = controller;
  let looks = 0;
  signal.throwIfAborted = () => {
    if (++looks === n) controller.abort(new Error("enough"));
    if (signal.aborted) throw signal.reason;
  };
  return signal;
}
