/** Which URLs can be opened from the panel, and how: in a tab of their own, by GET. */

import browser from "webextension-polyfill";
import { isCut, maxTextLength } from "../../src/model/url/cut-text.ts";

/** Undefined for what is not http or https, and for a URL that is cut or too long for an attribute. A password stays behind: the browser would show it. */
export function openableUrl(url: string): string | undefined {
  if (url.length > maxTextLength || isCut(url)) return undefined;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

/** Chromium's way since 128 (Firefox has none), which the polyfill does not know. */
interface NetworkPanel {
  show(options: { readonly filter: string }): Promise<void>;
}

/** Shows the browser's own Network panel with the requests for this URL; undefined where extensions cannot. */
export function networkPanelFor(url: string): (() => Promise<void>) | undefined {
  const { network } = (browser.devtools?.panels ?? {}) as { readonly network?: NetworkPanel };
  const [withoutFragment = ""] = url.split("#");
  return network && (() => network.show({ filter: `url:${withoutFragment}` }));
}

/** Through a link: `window.open` opens a window without an address bar from DevTools of some browsers. */
export function openUrl(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noreferrer";
  link.click();
}
