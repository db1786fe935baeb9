/**
 * What a person has set to see fewer chains: plain data that crosses the port and is saved. A file of its own, so that
 * the background has these words without the filter language.
 */

/** Coarse kinds, as chips: page loads, what scripts ask for, and the rest. */
export const resourceGroups = ["all", "document", "fetch", "other"] as const;
export type ResourceGroup = (typeof resourceGroups)[number];

export interface FilterSettings {
  readonly text: string;
  readonly resourceGroup: ResourceGroup;
  readonly onlyFindings: boolean;
}

export const noFilter: FilterSettings = { text: "", resourceGroup: "all", onlyFindings: false };

/** More than anyone types; what is longer is not kept. */
export const maxFilterLength = 2_000;
