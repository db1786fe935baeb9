/** The filter of each tab's panel, kept for its next panel. What is recorded does not depend on it (decision D65). */
import type { FilterSettings } from "../model/filter/filter-settings.ts";
import type { LogChange } from "../model/log/chain-log.ts";
import type { SessionStore } from "./session-store.ts";

export interface PanelFilters {
  get(tabId: number): FilterSettings | undefined;
  set(tabId: number, filter: FilterSettings): void;
  /** Removes the filters of closed tabs, and moves those of tabs that get another id. */
  follow(changes: readonly LogChange[]): void;
  restore(saved: Readonly<Record<string, unknown>>): void;
}

export function panelFilters({ write }: Pick<SessionStore, "write">): PanelFilters {
  const filters = new Map<number, FilterSettings>();

  function set(tabId: number, filter: FilterSettings | undefined) {
    if (filter === undefined) filters.delete(tabId);
    else filters.set(tabId, filter);
    write(`filter:${tabId}`, filter && (() => filter), true);
  }

  return {
    set,
    get: (tabId) => filters.get(tabId),
    follow(changes) {
      for (const change of changes) {
        if (change.kind !== "tab-dropped" || !filters.has(change.tabId)) continue;
        if (change.movedTo !== undefined) set(change.movedTo, filters.get(change.tabId));
        set(change.tabId, undefined);
      }
    },
    restore(saved) {
      for (const [key, value] of Object.entries(saved)) {
        const [kind, id] = key.split(":", 2);
        // Only this module writes these keys.
        if (kind === "filter") filters.set(Number(id), value as FilterSettings);
      }
    },
  };
}
