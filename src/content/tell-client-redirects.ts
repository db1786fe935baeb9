/**
 * The one content script, in every page's top frame: tells the background when the page itself, not a person, goes to
 * another document. It does nothing until the Navigation API tells of a navigation; of a person's clicks and keys it
 * notes that there was one, not which.
 * https://html.spec.whatwg.org/#navigation-api
 */
import type { ClientNavigation } from "../protocol/content-messages.ts";

declare const chrome: { readonly runtime: { sendMessage(message: ClientNavigation): Promise<unknown> } };

const documentUrl = location.href;

// Firefox 153 counts a person's activation of the page before for this one, too: what counts is a click or key in here.
let wasUsed = false;
for (const type of ["pointerdown", "keydown"]) {
  addEventListener(type, ({ isTrusted }) => (wasUsed ||= isTrusted), { capture: true, passive: true });
}

// Firefox before 147 has no Navigation API: there, client redirects are not told.
if ("navigation" in globalThis) navigation.addEventListener("navigate", tell);

function tell({ userInitiated, navigationType, destination, downloadRequest }: NavigateEvent): void {
  if (userInitiated || destination.sameDocument || downloadRequest !== null) return;
  // Reload and back/forward lead to where the person has been.
  if (navigationType !== "push" && navigationType !== "replace") return;
  const metaRefresh = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh" i]')?.content;
  const message: ClientNavigation = {
    type: "client-navigation",
    url: destination.url,
    documentUrl,
    baseUrl: document.baseURI,
    isUserActive: wasUsed && navigator.userActivation.isActive,
    timeStamp: Date.now(),
    ...(metaRefresh === undefined ? {} : { metaRefresh }),
  };
  // A page keeps its content script when the extension is updated or removed; then nobody is there to be told.
  try {
    chrome.runtime.sendMessage(message).catch(() => undefined);
  } catch {
    // The same, said at once (Chromium 156: "Extension context invalidated").
  }
}
