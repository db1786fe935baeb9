/**
 * The settings of the filter: plain data that crosses the port and is saved. Separate from the filter language, which the
 * background does not need.
 */

/** Coarse groups, shown as chips: page loads, requests by scripts, the rest. */
export const resourceGroups = ["all", "document", "fetch", "other"] as const;
export type ResourceGroup = (typeof resourceGroups)[number];

export interface FilterSettings {
  readonly text: string;
  readonly resourceGroup: ResourceGroup;
  readonly onlyFindings: boolean;
}

export const noFilter: FilterSettings = { text: "", resourceGroup: "all", onlyFindings: false };

/** A longer text is not saved. */
export const maxFilterLength = 2_000;
