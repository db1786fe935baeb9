/** Opens URLs from the panel: in a new tab, with GET. */

import browser from "../../src/browser-api.ts";
import { isCut, maxTextLength } from "../../src/model/url/cut-text.ts";

/**
 * Undefined if the URL is not http(s), is truncated, or is too long for an attribute. Credentials are removed: the browser would
 * show them.
 */
export function openableUrl(url: string): string | undefined {
  if (url.length > maxTextLength || isCut(url)) return undefined;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

/** Chromium 128 and newer only; missing in the polyfill's types. */
interface NetworkPanel {
  show(options: { readonly filter: string }): Promise<void>;
}

/** Opens the browser's Network panel, filtered by this URL. Undefined if the browser does not support it. */
export function networkPanelFor(url: string): (() => Promise<void>) | undefined {
  const { network } = (browser.devtools?.panels ?? {}) as { readonly network?: NetworkPanel };
  const [withoutFragment = ""] = url.split("#");
  return network && (() => network.show({ filter: `url:${withoutFragment}` }));
}

/** Clicks a link: from DevTools of some browsers, `window.open` opens a window without an address bar. */
export function openUrl(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noreferrer";
  link.click();
}
