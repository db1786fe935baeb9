/**
 * The input of the model: what happened, in the same terms for every browser. `src/webext` makes these events.
 *
 * The order of one redirected request (one `requestId`):
 *
 *   started ─► headers-sent ─► headers-received ─► redirected ─┐
 *      ▲                                                       │ next hop
 *      └───────────────────────────────────────────────────────┘
 *   started ─► headers-sent ─► headers-received ─► completed | failed
 *
 * Any of them can be missing, duplicated or late: `grow-chain.ts` handles that. Events of a tab can arrive before or after
 * the request events that they belong to: `match-load.ts` relates them.
 */
import type { Answer, Body, Header, InternalSource, PageFacts } from "../chain/redirect-chain.ts";

interface RequestFacts {
  readonly requestId: string;
  /** Milliseconds since the epoch, by the browser's event clock. */
  readonly at: number;
  readonly tabId: number;
  readonly frameId: number;
  readonly resourceType: string;
  /** Of the exchange that the event is about: on `redirected`, the one that was redirected. */
  readonly url: string;
  readonly method: string;
  readonly initiator?: string;
  /** Whether it is in a private window. Where the browser does not say, it may be. */
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

/** A service worker took the request over. */
export interface RequestIntercepted extends RequestFacts {
  readonly kind: "intercepted";
}

/** The request goes on, although it was reported as aborted. */
export interface RequestResumed extends RequestFacts {
  readonly kind: "resumed";
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
  | RequestIntercepted
  | RequestResumed;

/** What an event of a tab has in common. */
interface TabFacts {
  readonly tabId: number;
  /** Milliseconds since the epoch, by the clock of the browser's events, or of the page for what its content script sends. */
  readonly at: number;
  /** The browser's id of the document, where it gives one. */
  readonly documentId?: string;
}

/** The tab is about to load a document. Only where the browser reports this before the request. */
export interface NavigationStarted extends TabFacts {
  readonly kind: "navigation-started";
  readonly url: string;
}

/** A page is about to leave for another document, and not by a link or the address bar. */
export interface ClientNavigated extends TabFacts {
  readonly kind: "client-navigated";
  readonly url: string;
  /** What the page was loaded from. */
  readonly documentUrl: string;
  /** What URLs in the page are relative to. */
  readonly baseUrl: string;
  /** The content of each `<meta http-equiv="refresh">`. */
  readonly metaRefreshes?: readonly string[];
  /** There are others, which are too long or too many to be sent. */
  readonly hasMoreRefreshes?: true;
  /** The user clicked or typed in the page a moment before. */
  readonly isUserActive: boolean;
}

/** What a document's HTML says to search engines. */
export interface PageDescribed extends TabFacts {
  readonly kind: "page-described";
  /** What the page was loaded from. */
  readonly documentUrl: string;
  readonly page: PageFacts;
}

/** The tab shows a new document. */
export interface DocumentCommitted extends TabFacts {
  readonly kind: "document-committed";
  readonly url: string;
  /** The browser reports that the page before led here. Browsers do not report this for every script. */
  readonly isClientRedirect?: true;
  /** The request of a prerendered document, which the tab shows from now on. */
  readonly activatedRequestId?: string;
}

/** A navigation of the tab failed. Its error can be more precise than the request's, such as "too many redirects". */
export interface NavigationFailed extends TabFacts {
  readonly kind: "navigation-failed";
  readonly url: string;
  readonly error: string;
}

/** What happened to a tab. */
export type TabEvent =
  | NavigationStarted
  | ClientNavigated
  | PageDescribed
  | DocumentCommitted
  | NavigationFailed
  /** The browser gave the tab another id. */
  | { readonly kind: "tab-replaced"; readonly tabId: number; readonly newTabId: number }
  | { readonly kind: "tab-closed"; readonly tabId: number };

/** What the user, or a panel that opens or closes, asks of a tab's log. */
export type LogCommand =
  | { readonly kind: "set-watched"; readonly tabId: number; readonly watched: boolean }
  | { readonly kind: "set-recording"; readonly tabId: number; readonly at: number; readonly recording: boolean }
  | { readonly kind: "set-preserve-log"; readonly tabId: number; readonly at: number; readonly preserveLog: boolean }
  | { readonly kind: "clear"; readonly tabId: number; readonly at: number };

export type LogEvent = RequestEvent | TabEvent | LogCommand;
