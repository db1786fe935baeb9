/**
 * The input of the model: events in the same form for every browser. `src/webext` creates them.
 *
 * The order of one redirected request (one `requestId`):
 *
 *   started ─► headers-sent ─► headers-received ─► redirected ─┐
 *      ▲                                                       │ next hop
 *      └───────────────────────────────────────────────────────┘
 *   started ─► headers-sent ─► headers-received ─► completed | failed
 *
 * Any of them can be missing, duplicated or late: `grow-chain.ts` handles that. Events of a tab can arrive before or after
 * the request events that they belong to: `match-load.ts` matches them.
 */
import type { Answer, Body, Header, InternalSource, PageFacts } from "../chain/redirect-chain.ts";

interface RequestFacts {
  readonly requestId: string;
  /** Milliseconds since the epoch, by the browser's event clock. */
  readonly at: number;
  readonly tabId: number;
  readonly frameId: number;
  readonly resourceType: string;
  /** The URL of the event's hop: for `redirected`, the URL that was redirected. */
  readonly url: string;
  readonly method: string;
  readonly initiator?: string;
  /** Whether it is in a private window. Undefined where the browser doesn't report it. */
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

/** A service worker intercepted the request. */
export interface RequestIntercepted extends RequestFacts {
  readonly kind: "intercepted";
}

/** The request continues, although it was reported as aborted. */
export interface RequestResumed extends RequestFacts {
  readonly kind: "resumed";
}

/** An event of one request. */
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

/** Fields of every event of a tab. */
interface TabFacts {
  readonly tabId: number;
  /** Milliseconds since the epoch, by the clock of the browser's events, or of the page for what its content script sends. */
  readonly at: number;
  /** The browser's id of the document, where it reports one. */
  readonly documentId?: string;
}

/** The tab is about to load a document. Only where the browser reports this before the request. */
export interface NavigationStarted extends TabFacts {
  readonly kind: "navigation-started";
  readonly url: string;
}

/** A page is about to navigate to another document, not by a link or the address bar. */
export interface ClientNavigated extends TabFacts {
  readonly kind: "client-navigated";
  readonly url: string;
  /** The URL that the page was loaded from. */
  readonly documentUrl: string;
  /** The base URL of relative URLs in the page. */
  readonly baseUrl: string;
  /** The content of each `<meta http-equiv="refresh">`. */
  readonly metaRefreshes?: readonly string[];
  /** Some were left out: there are too many, or they are too long. */
  readonly hasMoreRefreshes?: true;
  /** The user clicked or pressed a key in the page shortly before. */
  readonly isUserActive: boolean;
}

/** What a document's HTML declares to search engines. */
export interface PageDescribed extends TabFacts {
  readonly kind: "page-described";
  /** The URL that the page was loaded from. */
  readonly documentUrl: string;
  readonly page: PageFacts;
}

/** The tab shows a new document. */
export interface DocumentCommitted extends TabFacts {
  readonly kind: "document-committed";
  readonly url: string;
  /** The browser reports a redirect by the previous page. Browsers don't report this for every script. */
  readonly isClientRedirect?: true;
  /** The request of a prerendered document that the tab now shows. */
  readonly activatedRequestId?: string;
}

/** A navigation of the tab failed. Its error can be more precise than the request's, such as "too many redirects". */
export interface NavigationFailed extends TabFacts {
  readonly kind: "navigation-failed";
  readonly url: string;
  readonly error: string;
}

/** An event of a tab. */
export type TabEvent =
  | NavigationStarted
  | ClientNavigated
  | PageDescribed
  | DocumentCommitted
  | NavigationFailed
  /** The browser gave the tab another id. */
  | { readonly kind: "tab-replaced"; readonly tabId: number; readonly newTabId: number }
  | { readonly kind: "tab-closed"; readonly tabId: number };

/** A command for a tab's log, by the user or by a panel that opens or closes. */
export type LogCommand =
  | { readonly kind: "set-watched"; readonly tabId: number; readonly watched: boolean }
  | { readonly kind: "set-recording"; readonly tabId: number; readonly at: number; readonly recording: boolean }
  | { readonly kind: "set-preserve-log"; readonly tabId: number; readonly at: number; readonly preserveLog: boolean }
  | { readonly kind: "clear"; readonly tabId: number; readonly at: number };

export type LogEvent = RequestEvent | TabEvent | LogCommand;
