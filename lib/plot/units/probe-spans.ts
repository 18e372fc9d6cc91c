/** A channel, as far as a figure of the probes needs to know it. */
export interface PlacedChannel {
  /** The name of its probe. */
  probe_description: string;
  /** Distance from the tip of the probe, in µm. */
  probe_vertical_position: number;
  /** The area it lies in; null for none. */
  ecephys_structure_acronym: string | null;
}

/** A stretch of a probe that lies in one area. */
export interface ProbeSpan {
  /** The name of the probe. */
  probe_description: string;
  /** The area; null for none. */
  acronym: string | null;
  /** The end nearer to the tip, in µm from the tip. */
  bottom: number;
  /** The end nearer to the surface. */
  top: number;
}

/** The stretches of each probe that lie in one area, from the tip up, from its channels or, failing those, its units. */
export function probeSpans(channels: Iterable<PlacedChannel>): ProbeSpan[] {
  const sorted = Array.from(channels).sort(
    (a, b) =>
      a.probe_description.localeCompare(b.probe_description) || a.probe_vertical_position - b.probe_vertical_position
  );
  const spans: ProbeSpan[] = [];
  for (const {probe_description, probe_vertical_position: position, ecephys_structure_acronym: acronym} of sorted) {
    const last = spans.at(-1);
    if (last && last.probe_description === probe_description && last.acronym === acronym) last.top = position;
    else spans.push({probe_description, acronym, bottom: position, top: position});
  }
  return spans;
}
