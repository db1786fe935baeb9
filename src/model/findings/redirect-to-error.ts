/** A server's or a page's redirect leads to an error. */
import { isInternal, lastHop } from "../redirect-chain.ts";
import { finalAnswer } from "./chain-end.ts";
import { followedHops, type FindFindings } from "./finding.ts";
import { shownUrl } from "./text-values.ts";

export const findRedirectToError: FindFindings = (chain) => {
  const status = finalAnswer(chain)?.status ?? 0;
  const isRedirected = followedHops(chain).some(({ hop }) => !isInternal(hop));
  if (status < 400 || status > 599 || !isRedirected) return [];
  const values = [String(status), shownUrl(lastHop(chain).url)];
  return [{ id: "redirect-to-error", severity: "error", hop: chain.hops.length - 1, values }];
};
