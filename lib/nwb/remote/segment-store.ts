import type {Extent} from "../byte-source.js";

/** Keeps what was fetched of one state of one file, beyond the life of whoever fetched it. */
export interface SegmentStore {
  /**
   * Fills in what it has of an extent; what it gives is what was put in.
   * @param target as long as the extent
   * @returns what it has not
   */
  take(extent: Extent, target: Uint8Array): Extent[];
  put(start: number, bytes: Uint8Array): void;
  /** Runs something while no other process fetches of the same file, so that both do not fetch the same. */
  alone<T>(fetch: () => T): T;
}
