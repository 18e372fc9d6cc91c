/** Running speed is averaged over so long before it says whether a mouse stands or runs (s): 30 frames of the monitor. */
export const RUNNING_WINDOW = 0.5;
