/** The setting that says at which address a preview's maker of snapshots answers. */
export const SNAPSHOTS_MADE_AT = "SNAPSHOTS_MADE_AT";

/**
 * A snapshot that a preview is making behind its pages, as soon as it is made: it is made next when a page waits for it.
 *
 * @param loader the path of its data loader
 * @returns null when nobody is making it; then the loader does
 */
export async function snapshotMadeElsewhere(
  loader: string,
  parameters: Readonly<Record<string, string>>,
  address = process.env[SNAPSHOTS_MADE_AT]
): Promise<Uint8Array | null> {
  if (!address) return null;
  const asked = new URLSearchParams({loader, ...parameters});
  const answer = await fetch(`${address}?${asked}`).catch(() => null); // it has ended
  return answer?.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
}
