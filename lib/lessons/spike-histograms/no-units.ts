/** What is said instead of figures where no unit is clear enough. */
export const NO_UNITS = {
  empty: "No unit has an snr of leastSnr or more. Lower it in the cell that names it.",
  caption: ""
};
