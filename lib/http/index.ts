/** What a reply over HTTP is worth, to whoever makes the request: for reading by ranges, and for downloads. */
export {checkRangeReply, type RangeReply, type WantedRange} from "./check-range-reply.js";
export {redirectTarget} from "./redirect-target.js";
export type {ReplyHead} from "./reply-head.js";
export {RequestError, type RequestErrorTag} from "./request-error.js";
export {retryDelay} from "./retry-delay.js";
export {unreachable} from "./unreachable.js";
export {wrongLength} from "./wrong-length.js";
