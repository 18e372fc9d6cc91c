import {PartFolder} from "./download/part-folder.js";

/**
 * Claims a path for this process, and waits while another that lives has it, on this machine or one that shares the folder. What a
 * killed one has left does not stand in the way. For as long as it lasts, the claim is a folder beside the path.
 * @returns gives the claim up
 * @throws the reason of `signal`, when it is aborted
 */
export async function claimPlace(
  path: string,
  options: {signal?: AbortSignal; onWait?: () => void; pause?: number} = {}
): Promise<() => Promise<void>> {
  const folder = await PartFolder.claim(path, options);
  return () => folder.remove();
}
