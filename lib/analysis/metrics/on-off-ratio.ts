/**
 * The response to light over the response to dark flashes; NaN if the unit does not answer dark ones, or either was
 * not shown.
 * @param on mean spikes per light flash; undefined if there was none
 * @param off mean spikes per dark flash
 */
export function onOffRatio(on: number | undefined, off: number | undefined): number {
  return on !== undefined && off !== undefined && off > 0 ? on / off : Number.NaN;
}
