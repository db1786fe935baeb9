/**
 * The saved form of the log: one record for each chain, two for each tab. The panels' filters and the quirks' memory
 * have their own records.
 */
import type { Chain } from "../model/chain/redirect-chain.ts";
import type { LogChange, TabState, TabTracking } from "../model/log/chain-log.ts";
import type { BrowserName } from "./normalize-body.ts";

export interface LogRecord {
  readonly key: string;
  /** Undefined: the record is removed. */
  readonly serialize: (() => unknown) | undefined;
}

export function logRecords(change: LogChange, browserName: BrowserName): readonly LogRecord[] {
  switch (change.kind) {
    case "chain-put":
      return [{ key: `chain:${change.chain.id}`, serialize: () => jsonOf(change.chain, browserName) }];
    case "chains-dropped":
      return change.chainIds.map((id) => ({ key: `chain:${id}`, serialize: undefined }));
    case "tab-put":
      return [{ key: `tab:${change.tabId}`, serialize: () => change.state }];
    case "tracking-put":
      return [{ key: `tracking:${change.tabId}`, serialize: () => change.tracking }];
    case "tab-dropped":
      return ["tab", "tracking"].map((kind) => ({ key: `${kind}:${change.tabId}`, serialize: undefined }));
  }
}

/** Only this module writes these keys, so the values have the expected types. */
export function changesIn(saved: Readonly<Record<string, unknown>>): LogChange[] {
  return Object.entries(saved).flatMap(([key, value]): LogChange[] => {
    const [kind, id] = key.split(":", 2);
    switch (kind) {
      case "chain":
        return [{ kind: "chain-put", chain: JSON.parse(value as string) as Chain }];
      case "tab":
        return [{ kind: "tab-put", tabId: Number(id), state: value as TabState }];
      case "tracking":
        return [{ kind: "tracking-put", tabId: Number(id), tracking: value as TabTracking }];
      default:
        return [];
    }
  });
}

/** Rare changes are saved soon: the browser may stop the background right after them. */
export function isUrgent(change: LogChange): boolean {
  return change.kind === "chain-put" ? change.chain.resourceType === "main_frame" : change.kind !== "chains-dropped";
}

/** As text: an object takes about three times as much of Chromium's quota (decision D61). */
function jsonOf(chain: Chain, browserName: BrowserName): string {
  const json = JSON.stringify(chain);
  // Firefox 153 counts a text twice that contains one of its 16-bit URLs. Parsed, they have 8 bits a character.
  return browserName === "firefox" ? JSON.stringify(JSON.parse(json)) : json;
}
