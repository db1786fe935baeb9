/**
 * What the content script tells the background: this document is about to leave for another, and no person asked it to.
 * Which kind of redirect that is, the model decides. Parsed on arrival, as everything that crosses a border.
 */

export interface ClientNavigation {
  readonly type: "client-navigation";
  /** Where the document goes. */
  readonly url: string;
  /** What the document was loaded from, whatever `history.pushState` made of its address since. */
  readonly documentUrl: string;
  /** The `content` of its `<meta http-equiv="refresh">`, if it has one. */
  readonly metaRefresh?: string;
  /** What a relative URL in it is relative to. */
  readonly baseUrl: string;
  /** A person clicked or typed in the page within the last seconds (transient activation). */
  readonly isUserActive: boolean;
  /** Milliseconds since the epoch; named as the browsers name it in the details of their events. */
  readonly timeStamp: number;
}

export function parseClientNavigation(message: unknown): ClientNavigation | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { type, url, documentUrl, metaRefresh, baseUrl, isUserActive, timeStamp } = message as Record<string, unknown>;
  if (type !== "client-navigation") return undefined;
  if (typeof url !== "string" || typeof documentUrl !== "string" || typeof baseUrl !== "string") return undefined;
  if (typeof isUserActive !== "boolean" || typeof timeStamp !== "number") return undefined;
  const navigation = { type, url, documentUrl, baseUrl, isUserActive, timeStamp } as const;
  return typeof metaRefresh === "string" ? { ...navigation, metaRefresh } : navigation;
}
