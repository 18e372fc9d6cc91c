/** What is said instead of figures where no unit is clear enough. */
export const NO_UNITS = {empty: "No unit has an snr as high as the least that this page takes. Lower it.", caption: ""};
