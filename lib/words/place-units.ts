import type {PlacedUnit} from "./unit-order.js";
import type {UnitRow} from "./unit-row.js";

/** A table whose rows can be taken as objects, as arquero's. */
export interface RowTable {
  objects(): object[];
}

/**
 * The rows of a units table as figures take them. The area is the one of the peak channel in the Allen Institute's tables
 * (`ecephys_structure_acronym`) or, where a session has only its NWB file, the file's own; no area is null.
 */
export function placeUnits<Row extends PlacedUnit = UnitRow>(units: RowTable): Row[] {
  return units.objects().map((row) => {
    const unit = row as Row & {structure_acronym?: unknown};
    return {...unit, ecephys_structure_acronym: acronym(unit.ecephys_structure_acronym ?? unit.structure_acronym)};
  });
}

/** The rows of a channels table as figures take them, with the names of their probes from a probes table. */
export function placeChannels(channels: RowTable, probes: RowTable) {
  const names = new Map(
    probes.objects().map((row) => {
      const {id, description} = row as {id: number; description: string};
      return [id, description];
    })
  );
  return channels.objects().flatMap((row) => {
    const channel = row as Record<string, unknown> & {probe_id: number; probe_vertical_position: number};
    const probe_description = names.get(channel.probe_id);
    if (probe_description === undefined) return [];
    const ecephys_structure_acronym = acronym(channel.ecephys_structure_acronym ?? channel.structure_acronym);
    return [{probe_description, probe_vertical_position: channel.probe_vertical_position, ecephys_structure_acronym}];
  });
}

function acronym(value: unknown): string | null {
  return typeof value === "string" && value !== "" && value !== "nan" ? value : null;
}
