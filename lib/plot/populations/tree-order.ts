/** Two clusters become one: rows are clusters 0 to n − 1, and the k-th merge makes cluster n + k. */
export interface TreeMerge {
  /** The two that become one. */
  clusters: readonly [number, number];
  /** How far apart they were. */
  distance: number;
  /** How many rows the new cluster has. */
  size: number;
}

/** The rows of a tree from left to right, so that no lines cross: those of a merge's first cluster before the others. */
export function treeOrder(merges: readonly TreeMerge[]): number[] {
  const n = merges.length + 1;
  const rows: number[] = [];
  const waiting = [2 * n - 2];
  for (let cluster = waiting.pop(); cluster !== undefined; cluster = waiting.pop()) {
    if (cluster < n) rows.push(cluster);
    else waiting.push(merges[cluster - n].clusters[1], merges[cluster - n].clusters[0]);
  }
  return rows;
}
