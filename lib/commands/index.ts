// What is run by npm: start, build, test, sessions. This door is for what the configuration of the site does when it is read. Node only.
export {progressLine} from "./progress.js";
export {provideSample} from "./sample-session.js";
export {siteOrigins} from "./snapshots/site-origins.js";
