// The mean waveform of each unit around its peak channel.

import {sessionLoader} from "../../lib/project/loader.js";
import {meanWaveforms} from "../../lib/snapshot-makers/mean-waveforms.js";

export default await sessionLoader(meanWaveforms);
