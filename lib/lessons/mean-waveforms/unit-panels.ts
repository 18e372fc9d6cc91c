import type {DataArray} from "../../array/index.js";
import {countedText} from "../../words/index.js";
import {milliseconds} from "./milliseconds.js";
import {NO_UNITS} from "./no-units.js";
import type {WaveformUnit} from "./waveform-unit.js";

/**
 * The waveforms of units on their peak channels, a panel for each.
 * @param waveforms one for each unit, over time (µV)
 * @param clear how many units the session has with an snr above the threshold, shown or not
 * @param snrAbove the threshold
 */
export function unitPanels(
  units: readonly WaveformUnit[],
  waveforms: readonly DataArray[],
  {clear, snrAbove}: {clear: number; snrAbove: number}
) {
  const caption = `Shown are ${units.length} of the ${clear} with snr > ${snrAbove}, the first in the order of the units table. The framed one is shown further below.`;
  if (units.length === 0) return {empty: NO_UNITS, caption};
  const panels = units.map((unit, i) => ({
    unit_id: unit.unit_id,
    acronym: unit.ecephys_structure_acronym,
    values: waveforms[i].values,
    times: milliseconds(waveforms[i]),
    detail: `${unit.probe_description}, snr ${unit.snr.toFixed(2)}`
  }));
  return {
    data: [panels] as const,
    options: {
      ariaLabel: "Mean waveforms on the peak channels",
      ariaDescription: `One panel for each of ${countedText(units.length, "units")}, all on one scale`
    },
    caption
  };
}
