/**
 * The input of the model: what happened, in our own words, the same for both browsers.
 * `src/webext/normalize-details.ts` is the only place that makes these from a browser's details.
 *
 * The order of one redirected request (one `requestId`):
 *
 *   started ─► headers-sent ─► headers-received ─► redirected ─┐
 *      ▲                                                       │ next hop
 *      └───────────────────────────────────────────────────────┘
 *   started ─► headers-sent ─► headers-received ─► completed | failed
 *
 * Any of them can be missing, doubled or late: `grow-chain.ts` says what is made of that.
 */
import type { FilterSettings } from "../filter/filter-settings.ts";
import type { Answer, Body, Header, InternalSource, PageFacts } from "../chain/redirect-chain.ts";

interface RequestFacts {
  readonly requestId: string;
  /** Milliseconds since the epoch, by the browser's event clock. */
  readonly at: number;
  readonly tabId: number;
  readonly frameId: number;
  readonly resourceType: string;
  /** Of the exchange that the event speaks about: on `redirected`, the one that was redirected. */
  readonly url: string;
  readonly method: string;
  readonly initiator?: string;
  /** Whether it is in a private window. Where the browser does not say, it may be: nothing learned from it is remembered. */
  readonly isPrivate?: boolean;
}

export interface RequestStarted extends RequestFacts {
  readonly kind: "started";
  readonly body: Body;
}

export interface HeadersSent extends RequestFacts {
  readonly kind: "headers-sent";
  readonly headers: readonly Header[];
}

export interface HeadersReceived extends RequestFacts {
  readonly kind: "headers-received";
  readonly answer: Answer;
}

export interface ServerRedirected extends RequestFacts {
  readonly kind: "redirected";
  readonly redirectUrl: string;
  readonly source: "server";
  readonly answer: Answer;
}

export interface InternallyRedirected extends RequestFacts {
  readonly kind: "redirected";
  readonly redirectUrl: string;
  readonly source: InternalSource;
  readonly reportedStatus?: number;
}

export interface RequestCompleted extends RequestFacts {
  readonly kind: "completed";
  readonly answer: Answer;
}

export interface RequestFailed extends RequestFacts {
  readonly kind: "failed";
  readonly error: string;
}

/** A service worker took the request over (Firefox tells; Chromium does not). */
export interface RequestIntercepted extends RequestFacts {
  readonly kind: "intercepted";
}

/** What happened to one request. */
export type RequestEvent =
  | RequestStarted
  | HeadersSent
  | HeadersReceived
  | ServerRedirected
  | InternallyRedirected
  | RequestCompleted
  | RequestFailed
  | RequestIntercepted;

/** A page is about to leave for another document, and no person asked it to (said by the content script). */
export interface ClientNavigated {
  readonly kind: "client-navigated";
  readonly tabId: number;
  readonly at: number;
  readonly url: string;
  /** What the page was loaded from. */
  readonly documentUrl: string;
  /** What URLs in the page are relative to. */
  readonly baseUrl: string;
  /** The content of each `<meta http-equiv="refresh">`. */
  readonly metaRefreshes?: readonly string[];
  /** There are others, which are too long or too many to be known. */
  readonly hasMoreRefreshes?: true;
  /** A person clicked or typed in the page a moment before. */
  readonly isUserActive: boolean;
}

/** What the document that a tab shows tells search engines about itself (said by the content script when asked). */
export interface PageDescribed {
  readonly kind: "page-described";
  readonly tabId: number;
  readonly at: number;
  /** What the page was loaded from. */
  readonly documentUrl: string;
  readonly page: PageFacts;
}

export interface DocumentCommitted {
  readonly kind: "document-committed";
  readonly tabId: number;
  readonly at: number;
  readonly url: string;
  /** The browser says that the page before led here. It does not say so of every script that did. */
  readonly isClientRedirect?: true;
}

/** What happened to a tab. In Firefox these are not ordered with the request events. */
export type TabEvent =
  /** The tab is about to load a document (webNavigation.onBeforeNavigate of the top frame; only where it comes first). */
  | {
      readonly kind: "navigation-started";
      readonly tabId: number;
      readonly at: number;
      readonly url: string;
    }
  | ClientNavigated
  | PageDescribed
  /** The tab shows a new document now (webNavigation.onCommitted of the top frame). */
  | DocumentCommitted
  /** webNavigation's error for the top frame; it knows words that webRequest does not (too many redirects). */
  | {
      readonly kind: "navigation-failed";
      readonly tabId: number;
      readonly at: number;
      readonly url: string;
      readonly error: string;
    }
  /** The tab goes on under another id (Chromium may give it one when it discards the page). */
  | { readonly kind: "tab-replaced"; readonly tabId: number; readonly newTabId: number }
  | { readonly kind: "tab-closed"; readonly tabId: number };

interface PersonsCommand {
  readonly tabId: number;
  readonly at: number;
}

/** What a person asked of a tab's log. */
export type LogCommand =
  | { readonly kind: "set-watched"; readonly tabId: number; readonly watched: boolean }
  | (PersonsCommand & { readonly kind: "set-recording"; readonly recording: boolean })
  | (PersonsCommand & { readonly kind: "set-preserve-log"; readonly preserveLog: boolean })
  | (PersonsCommand & { readonly kind: "set-filter"; readonly filter: FilterSettings })
  | (PersonsCommand & { readonly kind: "clear" });

export type LogEvent = RequestEvent | TabEvent | LogCommand;
