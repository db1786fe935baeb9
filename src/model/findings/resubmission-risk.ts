/** A 307 or 308 kept the POST, and the response is a page: reloading it sends the data again. */
import { rfc9110 } from "./sources.ts";
import { areHeadersKnown, lastHop } from "../chain/redirect-chain.ts";
import { finalAnswer, isDocument, isSuccess } from "./chain-outcome.ts";
import { followedHops, defineFinding } from "./rule.ts";
import { headerLines } from "./header-lists.ts";

const resubmittedMethods: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

export const resubmissionRisk = defineFinding({
  id: "resubmission-risk",
  severities: ["warning"],
  source: `${rfc9110}#section-15.4.4`,
  recipes: ["see-other"],
  find: (chain) => {
    const answer = finalAnswer(chain);
    const { method } = lastHop(chain);
    if (!isDocument(chain) || !isSuccess(answer) || !resubmittedMethods.has(method)) return [];
    // No page is shown that could be reloaded.
    const isDownload = headerLines(answer, "content-disposition").some((value) => /^\s*attachment/i.test(value));
    if (answer.status === 204 || answer.status === 205 || isDownload || !areHeadersKnown(answer)) return [];
    const keeping = followedHops(chain).findLast(
      ({ hop, next }) =>
        hop.source === "server" &&
        (hop.answer.status === 307 || hop.answer.status === 308) &&
        hop.method === method &&
        next.method === method,
    );
    return keeping === undefined ? [] : [{ hop: keeping.index, values: [method] }];
  },
});
