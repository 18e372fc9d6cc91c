import {expect, test} from "vitest";
import {isOffline} from "../../lib/project/is-offline.js";

test.each(["yes", "1", "true", "offline"])("no server is asked when NEUROPIXELS_OFFLINE is %j", (setting) => {
  expect(isOffline(setting)).toBe(true);
});

test.each(["", " ", "0", "no", "False"])("servers are asked when it is %j", (setting) => {
  expect(isOffline(setting)).toBe(false);
});
