/**
 * Runs something once the next frame is on the screen; asked again before that, it still runs once. An input that tells
 * of its value in this way shows at once that it moved, however much the page computes from it.
 */
export function afterPaint(run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    // A page that is not shown has no frames.
    const timer = setTimeout(finish, 100);
    requestAnimationFrame(() => setTimeout(finish));
    function finish(): void {
      clearTimeout(timer);
      if (!waiting) return;
      waiting = false;
      run();
    }
  };
}
