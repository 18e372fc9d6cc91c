import type {Channel} from "../channels.js";
import type {Probe} from "../probes.js";

/** A probe's LFP in a window of the session. */
export interface Lfp {
  probe: Probe;
  /** In the order of their numbers. */
  channels: Channel[];
  /** Seconds on the master clock. */
  timestamps: Float64Array;
  /** Volts, one array per channel: multiples of the amplifier's step. */
  data: Float32Array[];
}
