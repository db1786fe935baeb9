/**
 * The only content script. It runs in the top frame of every page and reports when the page itself, not the user,
 * navigates to another document. When the background asks, it also reports the page's robots rules and canonical URLs.
 * Of clicks and key presses it only records that there was one.
 * https://html.spec.whatwg.org/#navigation-api
 */
import {
  describePage,
  limited,
  maxContentLength,
  maxElements,
  maxUrlLength,
  type ClientNavigation,
  type PageDescription,
} from "../protocol/content-messages.ts";
import { maxMessagesOfDocument, messageRate } from "../protocol/message-rate.ts";

declare const chrome: {
  readonly runtime: {
    sendMessage(message: ClientNavigation | PageDescription): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown, sender: unknown, respond: () => void) => void): void;
    };
  };
};

const documentUrl = location.href;
const isWithinRate = messageRate(maxMessagesOfDocument);

// Firefox 153 keeps the user activation of the previous page (no bug filed). Only a click or key press in this page
// counts.
let hasUserInput = false;
for (const type of ["pointerdown", "keydown"]) {
  addEventListener(type, ({ isTrusted }) => (hasUserInput ||= isTrusted), { capture: true, passive: true });
}

// Firefox before 147 has no Navigation API: client redirects are not reported there.
if ("navigation" in globalThis) {
  navigation.addEventListener("navigate", (event) => {
    if (isPageNavigation(event)) send(() => clientNavigation(event.destination.url));
  });
}

chrome.runtime.onMessage.addListener((message, _, respond) => {
  if (message !== describePage) return;
  // Acknowledges the request only: the browser may stop the background before the description is ready.
  respond();
  // Waits for DOMContentLoaded, when the head is complete and deferred scripts have changed it. A slow image can delay
  // the load event indefinitely. Later changes by scripts are not seen.
  const describe = () => send(pageDescription);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", describe, { once: true });
  else describe();
});

function isPageNavigation(event: NavigateEvent): boolean {
  const { isTrusted, userInitiated, navigationType, destination, downloadRequest } = event;
  // Pages can dispatch synthetic events.
  if (!isTrusted || userInitiated || destination.sameDocument || downloadRequest !== null) return false;
  // Reload and back/forward return to a page that the user has already visited.
  return navigationType === "push" || navigationType === "replace";
}

function clientNavigation(url: string): ClientNavigation | undefined {
  const baseUrl = document.baseURI;
  if (Math.max(url.length, documentUrl.length, baseUrl.length) > maxUrlLength) return undefined;
  const all = contents("[http-equiv=refresh i]");
  const metaRefreshes = limited(all, maxContentLength);
  return {
    type: "client-navigation",
    url,
    documentUrl,
    baseUrl,
    isUserActive: hasUserInput && navigator.userActivation.isActive,
    timeStamp: Date.now(),
    ...(metaRefreshes.length > 0 && { metaRefreshes }),
    ...(metaRefreshes.length < all.length && { hasMoreRefreshes: true }),
  };
}

function pageDescription(): PageDescription {
  const links = document.querySelectorAll<HTMLLinkElement>("head link[rel~=canonical i][href]");
  const named = (name: string) => contents(`[name=${name} i]`);
  const robots = [
    ...named("robots"),
    ...["googlebot", "bingbot"].flatMap((crawler) => named(crawler).map((rules) => `${crawler}: ${rules}`)),
  ];
  return {
    type: "page-description",
    documentUrl,
    canonicals: limited(
      Array.from(links, ({ href }) => href),
      maxUrlLength,
    ),
    robots: limited(robots, maxContentLength),
    timeStamp: Date.now(),
  };
}

function contents(condition: string): string[] {
  // One more than a message may contain, to detect that some are left out.
  const elements = [...document.querySelectorAll(`meta${condition}`)].slice(0, maxElements + 1);
  return elements.map((meta) => meta.getAttribute("content") ?? "");
}

function send(make: () => ClientNavigation | PageDescription | undefined): void {
  // An element can shadow a property of the document (Chromium), and a page keeps its content script when the extension
  // is updated or removed (Chromium 156: "Extension context invalidated"). Then nothing can be reported.
  try {
    const message = isWithinRate(Date.now()) ? make() : undefined;
    if (message !== undefined) chrome.runtime.sendMessage(message).catch(() => undefined);
  } catch {}
}
