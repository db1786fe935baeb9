/**
 * The recipe that fixes a finding, and the paths and host names of the chain that it can name. A chain's URLs are untrusted: a
 * path or host with any character outside a small set is left out, so that no URL can change the meaning of a configuration.
 */
import { lastHop, type Chain } from "../chain/redirect-chain.ts";
import { parseUrl } from "../url/location-url.ts";
import { recipesOf, type Finding, type FindingId } from "./finding.ts";
import type { RecipeId, RecipePlaces } from "./recipe.ts";

export interface FilledRecipe {
  readonly recipe: RecipeId;
  /** Undefined: the chain has no URLs that fit, and the recipe shows examples. */
  readonly places?: Partial<RecipePlaces>;
}

/** Undefined if the finding has no recipe. */
export function filledRecipe(chain: Chain, finding: Finding): FilledRecipe | undefined {
  const recipes = recipesOf(finding);
  const [first] = recipes;
  if (first === undefined) return undefined;
  const { from, to } = redirectOf(chain, finding);
  const isOtherOrigin = from?.pathname === to?.pathname && from?.origin !== to?.origin;
  const recipe = isOtherOrigin && recipes.includes("one-host") ? "one-host" : first;
  const known = from === undefined || to === undefined ? undefined : placesFor(recipe, from, to);
  const places = known?.from !== undefined && hasWrongTarget.has(finding.id) ? { from: known.from } : known;
  return places === undefined ? { recipe } : { recipe, places };
}

/** Their fix is another target than the chain's. */
const hasWrongTarget: ReadonlySet<FindingId> = new Set(["redirect-to-home"]);

/** The redirect to change. A finding about the whole chain is about the way from its first URL to its last. */
function redirectOf(chain: Chain, { hop: index }: Finding): { from?: URL; to?: URL } {
  const hop = index === undefined ? chain.hops[0] : chain.hops[index];
  const target = index === undefined ? lastHop(chain).url : hop?.state === "redirected" ? hop.redirectUrl : "";
  const [from, to] = [parseUrl(hop?.url ?? ""), parseUrl(target)];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function placesFor(recipe: RecipeId, from: URL, to: URL): Partial<RecipePlaces> | undefined {
  if (recipe === "behind-proxy") return undefined;
  if (recipe === "one-host") return hostsFor(from, to);
  // The same path would redirect to itself, and the recipes keep the query as it is.
  if (from.pathname === to.pathname || !isSafePath(from.pathname) || !isSafePath(to.pathname)) return undefined;
  if (to.search !== "" && to.search !== from.search) return undefined;
  if (from.origin === to.origin) return { from: from.pathname, to: to.pathname };
  if (!isSafeOrigin(to.origin)) return undefined;
  return { from: from.pathname, to: `${to.origin}${to.pathname}` };
}

function hostsFor(from: URL, to: URL): Partial<RecipePlaces> | undefined {
  const isKnown = [from, to].every(({ hostname, port }) => port === "" && isSafeHost(hostname));
  if (!isKnown || withoutWww(from.hostname) !== withoutWww(to.hostname)) return undefined;
  const bare = withoutWww(to.hostname);
  return { host: to.hostname, otherHost: to.hostname === bare ? `www.${bare}` : bare };
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, "");
}

const maxLength = 200;

function isSafePath(path: string): boolean {
  return path.length <= maxLength && /^(?:\/[\w.~-]+)*\/?$/.test(path);
}

function isSafeOrigin(origin: string): boolean {
  return /^https?:\/\/[a-z\d.-]+(?::\d+)?$/.test(origin) && origin.length <= maxLength;
}

/** A name with a dot, not an address. */
function isSafeHost(host: string): boolean {
  return host.length <= maxLength && /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/.test(host);
}
