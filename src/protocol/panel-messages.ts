/**
 * The messages on the port between a panel and the background. The port's name contains the tab id. The panel gets a
 * snapshot when it connects, then changes. Every message is parsed on arrival: an unknown message is undefined.
 */
import type { LogChange } from "../model/log/chain-log.ts";
import { maxFilterLength, resourceGroups, type FilterSettings } from "../model/filter/filter-settings.ts";

/** The changes that build one tab's log from an empty one: its state, and its listed chains, oldest first. */
export interface Snapshot {
  readonly type: "snapshot";
  readonly changes: readonly LogChange[];
  /** The filter of the tab's last panel. */
  readonly filter?: FilterSettings;
}

export interface Changes {
  readonly type: "changes";
  readonly changes: readonly LogChange[];
}

/** Sent on connecting and whenever it changes. */
export interface SiteAccess {
  readonly type: "site-access";
  /** False: requests to some or all sites are not seen. */
  readonly isGranted: boolean;
}

/** The tab that the panel shows is closed, or never existed. */
export interface TabClosed {
  readonly type: "tab-closed";
}

/** The tab that the panel shows got another id. The panel reconnects with that id. */
export interface TabReplaced {
  readonly type: "tab-replaced";
  readonly tabId: number;
}

/** Sent when it changes, and on connecting while it is false. */
export interface LogSaved {
  readonly type: "log-saved";
  /** False: part of the log is lost when the browser stops the background. */
  readonly isSaved: boolean;
}

/**
 * The page that the tab shows. Sent on connecting and whenever it changes; empty where the browser doesn't provide it.
 */
export interface TabPage {
  readonly type: "tab-page";
  readonly title?: string;
  readonly url?: string;
  /** In a private window: its data must not be shown after the tab is closed. */
  readonly isPrivate?: true;
}

export type BackgroundMessage = Snapshot | Changes | SiteAccess | LogSaved | TabClosed | TabReplaced | TabPage;

export type PanelMessage =
  | { readonly type: "clear" }
  | { readonly type: "set-recording"; readonly recording: boolean }
  | { readonly type: "set-preserve-log"; readonly preserveLog: boolean }
  /** Kept for the next panel of this tab. */
  | { readonly type: "set-filter"; readonly filter: FilterSettings }
  /** Opens this tab's log in a new browser tab. */
  | { readonly type: "open-in-tab" };

export function portNameFor(tabId: number): string {
  return `panel:${tabId}`;
}

export function tabIdOfPort(name: string): number | undefined {
  const digits = /^panel:(\d{1,10})$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function parsePanelMessage(message: unknown): PanelMessage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, recording, preserveLog, filter } = message;
  if (type === "clear" || type === "open-in-tab") return { type };
  if (type === "set-recording" && typeof recording === "boolean") return { type, recording };
  if (type === "set-preserve-log" && typeof preserveLog === "boolean") return { type, preserveLog };
  const settings = type === "set-filter" ? parseFilterSettings(filter) : undefined;
  return settings === undefined ? undefined : { type: "set-filter", filter: settings };
}

function parseFilterSettings(value: unknown): FilterSettings | undefined {
  if (!isRecord(value)) return undefined;
  const { text, onlyFindings } = value;
  const resourceGroup = resourceGroups.find((group) => group === value["resourceGroup"]);
  if (typeof text !== "string" || text.length > maxFilterLength) return undefined;
  if (typeof onlyFindings !== "boolean" || resourceGroup === undefined) return undefined;
  return { text, onlyFindings, resourceGroup };
}

/** The changes themselves are not checked: they come from the same build of the same extension. */
export function parseBackgroundMessage(message: unknown): BackgroundMessage | undefined {
  if (!isRecord(message)) return undefined;
  const isLog = ["snapshot", "changes"].includes(String(message["type"])) && Array.isArray(message["changes"]);
  const isSiteAccess = message["type"] === "site-access" && typeof message["isGranted"] === "boolean";
  const isLogSaved = message["type"] === "log-saved" && typeof message["isSaved"] === "boolean";
  const isTabClosed = message["type"] === "tab-closed";
  const isTabReplaced = message["type"] === "tab-replaced" && typeof message["tabId"] === "number";
  const isTabPage =
    message["type"] === "tab-page" &&
    [message["title"], message["url"]].every((value) => value === undefined || typeof value === "string");
  return isLog || isSiteAccess || isLogSaved || isTabClosed || isTabReplaced || isTabPage
    ? (message as unknown as BackgroundMessage)
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
