/**
 * The only content script, in the top frame of every page. It tells the background when the page itself, not the user,
 * goes to another document, and what the page tells search engines when the background asks for it. Otherwise it does
 * nothing; of clicks and keys it only notes that there was one.
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

// Firefox 153 counts the user activation of the previous page for this one, too. Only a click or key in this page counts.
let wasUsed = false;
for (const type of ["pointerdown", "keydown"]) {
  addEventListener(type, ({ isTrusted }) => (wasUsed ||= isTrusted), { capture: true, passive: true });
}

// Firefox before 147 has no Navigation API: client redirects are not reported there.
if ("navigation" in globalThis) {
  navigation.addEventListener("navigate", (event) => {
    if (isLeaving(event)) send(() => clientNavigation(event.destination.url));
  });
}

chrome.runtime.onMessage.addListener((message, _, respond) => {
  if (message !== describePage) return;
  // Only that it was received. The description may be ready when the background that asked was stopped.
  respond();
  // Not before DOMContentLoaded, when the whole head is there and deferred scripts have changed it. Not at the load event,
  // which a slow image may delay for ever. What scripts change later is not seen.
  const describe = () => send(pageDescription);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", describe, { once: true });
  else describe();
});

function isLeaving(event: NavigateEvent): boolean {
  const { isTrusted, userInitiated, navigationType, destination, downloadRequest } = event;
  // Pages can dispatch events of their own.
  if (!isTrusted || userInitiated || destination.sameDocument || downloadRequest !== null) return false;
  // Reload and back/forward lead to where the user has been.
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
    isUserActive: wasUsed && navigator.userActivation.isActive,
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
  // One more than a message may have, so that it is known that there are more.
  const elements = [...document.querySelectorAll(`meta${condition}`)].slice(0, maxElements + 1);
  return elements.map((meta) => meta.getAttribute("content") ?? "");
}

function send(make: () => ClientNavigation | PageDescription | undefined): void {
  // An element can take the name of a document's property (Chromium), and a page keeps its content script when the
  // extension is updated or removed (Chromium 156: "Extension context invalidated"). Then nothing can be told.
  try {
    const message = isWithinRate(Date.now()) ? make() : undefined;
    if (message !== undefined) chrome.runtime.sendMessage(message).catch(() => undefined);
  } catch {}
}
