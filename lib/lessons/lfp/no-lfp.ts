/** What stands in a figure's place for a probe whose LFP is not at hand. */
export const NO_LFP = {
  empty:
    "There is no LFP of this probe, or its file was not at hand when this site was built. Open a session that has it.",
  caption: ""
};
