import {greatest, rollups, sort} from "d3";
import {type LightResponse, lightResponse} from "../../analysis/optotagging/index.js";
import {countedText, countText, type PlacedUnit, structureName} from "../../words/index.js";
import type {SpikesAround} from "./light-image.js";
import {namedText} from "./named-text.js";
import type {PulseKind} from "./pulse-kinds.js";
import {NO_LIGHT} from "./pulses.js";
import {evokedText} from "./unit-raster.js";

/** A unit, and how it answers light. */
export type UnitResponse = PlacedUnit & LightResponse;

/** The unit that answers most of the pulses; the first one where there are none. */
export function mostReliableUnit<Unit extends PlacedUnit>(
  units: readonly Unit[],
  around: SpikesAround
): Unit | undefined {
  return greatest(units, ({unit_id}) => lightResponse(around.get(unit_id) ?? []).reliability) ?? units[0];
}

/** How soon and how reliably units answer the pulses of a kind, as points; and which of them are tagged. */
export function taggedScatter(
  responses: readonly UnitResponse[],
  tagged: readonly UnitResponse[],
  {unit, kind}: {unit: PlacedUnit | null; kind: PulseKind | null}
) {
  if (!kind) return NO_LIGHT;
  const isTagged = new Set(tagged);
  const named = namedText(tagged.map(({unit_id}) => String(unit_id)));
  return {
    data: [
      responses.map((row) => ({
        unit_id: row.unit_id,
        x: 1000 * row.latency,
        y: row.reliability,
        category: isTagged.has(row) ? 1 : 0,
        note: structureName(row.ecephys_structure_acronym)
      }))
    ] as const,
    options: {
      height: 360,
      xLabel: "median latency of the first spike (ms)",
      yLabel: "share of pulses answered",
      categories: [
        {name: "other units", color: "var(--theme-foreground-faint)"},
        {name: "tagged", color: "var(--theme-foreground-focus)"}
      ],
      symbols: true,
      chosen: unit?.unit_id,
      ariaLabel: "Latency and reliability of the answer to light",
      ariaDescription: `${countedText(responses.length, "units")} as points; ${tagged.length} are tagged`
    },
    caption: `${tagged.length} of ${countText(responses.length)} units are tagged, by n = ${countedText(kind.pulses.length, "pulses")} (${kind.name}): ${named}. Units without a spike from ${evokedText()} after any pulse have no latency and are not drawn.`
  };
}

/** How many units of each area are tagged. */
export function taggedAreas(responses: readonly UnitResponse[], tagged: readonly UnitResponse[]) {
  const isTagged = new Set(tagged);
  const counts = rollups(
    responses,
    (own) => ({units: own.length, kept: own.filter((row) => isTagged.has(row)).length}),
    (row) => row.ecephys_structure_acronym
  );
  return {
    data: [counts.map(([acronym, count]) => ({acronym, ...count}))] as const,
    options: {
      ariaLabel: "Tagged units in each area",
      ariaDescription: "One bar per area; the tagged part is drawn strong"
    },
    caption: ""
  };
}

/** How each unit answers light, as rows of a table, the most reliable first; none without pulses. */
export function responseRows(
  responses: readonly UnitResponse[],
  tagged: readonly UnitResponse[],
  kind: PulseKind | null
) {
  const isTagged = new Set(tagged);
  return sort(kind ? responses : [], (row) => -row.reliability).map((row) => ({
    unit_id: row.unit_id,
    ecephys_structure_acronym: row.ecephys_structure_acronym,
    tagged: isTagged.has(row) ? "yes" : "no",
    reliability: row.reliability,
    "latency (ms)": 1000 * row.latency,
    "jitter (ms)": 1000 * row.jitter,
    "evoked rate (spikes/s)": row.evokedRate,
    "baseline rate (spikes/s)": row.baselineRate,
    ratio: row.ratio
  }));
}
