/** The panel's connection to the background, and what is known about the tab behind it. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { SiteAccess, TabClosed, TabPage } from "../../src/protocol/panel-messages.ts";

/** `lost`: reconnecting. `replaced`: the extension was reloaded or updated, and this page belongs to the old one. */
export type ConnectionStatus = "connecting" | "connected" | "lost" | "replaced";

export interface ConnectionStore {
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Undefined until the background reports it. */
  readonly isSiteAccessGranted: ReadonlySignal<boolean | undefined>;
  readonly isTabClosed: ReadonlySignal<boolean>;
  /** The page in the tab. Empty for the browser's own pages. */
  readonly tabPage: ReadonlySignal<Omit<TabPage, "type">>;
  setStatus(status: ConnectionStatus): void;
  apply(message: SiteAccess | TabClosed | TabPage): void;
  clearTabPage(): void;
}

export function createConnectionStore(): ConnectionStore {
  const status = signal<ConnectionStatus>("connecting");
  const isSiteAccessGranted = signal<boolean | undefined>(undefined);
  const isTabClosed = signal(false);
  const tabPage = signal<Omit<TabPage, "type">>({});

  return {
    status,
    isSiteAccessGranted,
    isTabClosed,
    tabPage,
    setStatus(next) {
      status.value = next;
    },
    apply(message) {
      if (message.type === "tab-closed") isTabClosed.value = true;
      else if (message.type === "tab-page") tabPage.value = message;
      else isSiteAccessGranted.value = message.isGranted;
    },
    clearTabPage() {
      tabPage.value = {};
    },
  };
}
