/** Ellipses fitted to the camera's frames: half-axes and centre in pixels, angle in radians; NaN where no fit. */
export interface Ellipses {
  centerX: Float64Array;
  centerY: Float64Array;
  width: Float64Array;
  height: Float64Array;
  phi: Float64Array;
}

/** As many ellipses as frames, none fitted yet. */
export function unfittedEllipses(count: number): Ellipses {
  const column = () => new Float64Array(count).fill(Number.NaN);
  return {centerX: column(), centerY: column(), width: column(), height: column(), phi: column()};
}
