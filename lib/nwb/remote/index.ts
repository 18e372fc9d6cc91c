/** When to make a request again: what downloads (lib/project) have in common with reading by ranges. */
export {retryAfter, retryDelay} from "./retry-delay.js";
