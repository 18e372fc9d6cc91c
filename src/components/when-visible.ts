/**
 * Nothing (null) until a reader comes to the cell, and then what is loaded for it.
 * @param visibility Framework's own, of the cell that this is called in
 *
 * @example
 * const presentations = whenVisible(visibility, () => session.stimulusPresentations());
 */
export async function* whenVisible<Value>(
  visibility: () => Promise<unknown>,
  load: () => Promise<Value>
): AsyncGenerator<Value | null> {
  yield null;
  await visibility();
  yield await load();
}
