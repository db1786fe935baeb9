/** The whole filter (text, resource group, only findings) as one predicate. */
import type { Chain } from "../chain/redirect-chain.ts";
import { toHarResourceType } from "../chain/resource-type-names.ts";
import type { FindingsOf } from "./filter-keys.ts";
import type { FilterSettings, ResourceGroup } from "./filter-settings.ts";
import type { ChainFilter } from "./parse-filter.ts";

/** Undefined if every chain matches. */
export function chainTest(
  { matches }: ChainFilter,
  { resourceGroup, onlyFindings }: Omit<FilterSettings, "text">,
  findingsOf: FindingsOf,
): ((chain: Chain) => boolean) | undefined {
  if (matches === undefined && resourceGroup === "all" && !onlyFindings) return undefined;
  return (chain) =>
    (resourceGroup === "all" || resourceGroupOf(chain) === resourceGroup) &&
    (!onlyFindings || findingsOf(chain).length > 0) &&
    (matches === undefined || matches(chain, findingsOf));
}

function resourceGroupOf({ resourceType }: Chain): ResourceGroup {
  const word = toHarResourceType(resourceType);
  return word === "document" ? "document" : word === "xhr" ? "fetch" : "other";
}
