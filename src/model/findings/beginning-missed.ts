/** The first events of this request weren't recorded. */
import { defineFinding } from "./rule.ts";

export const beginningMissed = defineFinding({
  id: "beginning-missed",
  severities: ["info"],
  source: "https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/webRequest",
  find: (chain) => (chain.beginningMissed === true ? [{ hop: 0 }] : []),
});
