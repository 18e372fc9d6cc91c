/** Why there is nothing to draw where no unit is clear enough. */
export const NO_UNITS = "No unit has an snr above this threshold. Lower it.";
