/**
 * The WebExtension API, with promises: `browser` in Firefox, `chrome` in Chromium (Manifest V3). Only the types come from
 * webextension-polyfill (decision D161).
 */
import type { Browser } from "webextension-polyfill";

const globals = globalThis as unknown as { readonly browser?: Browser; readonly chrome: Browser };

export default globals.browser ?? globals.chrome;
