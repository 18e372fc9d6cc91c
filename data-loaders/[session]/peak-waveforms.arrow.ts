// The mean waveform of each unit on its peak channel.

import {sessionLoader} from "../../lib/project/loader.js";
import {peakWaveforms} from "../../lib/snapshot-makers/mean-waveforms.js";

export default await sessionLoader(peakWaveforms);
