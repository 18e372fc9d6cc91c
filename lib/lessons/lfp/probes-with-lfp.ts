/** A probe, as a row of the probes table has it. */
export interface Probe {
  id: number;
  /** Its name. */
  description: string;
  has_lfp_data: boolean;
}

/**
 * The probes with LFP whose snapshots a site can have, in the order of the table.
 * @param names of the probes that the site keeps snapshots of
 */
export function probesWithLfp(probes: readonly object[], names: readonly string[]): Probe[] {
  return (probes as Probe[]).filter(({has_lfp_data, description}) => has_lfp_data && names.includes(description));
}
