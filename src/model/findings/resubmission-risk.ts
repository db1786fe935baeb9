/** A page that came by a POST which a 307 or 308 kept: reloading it sends the data again. */
import { lastHop } from "../redirect-chain.ts";
import { finalAnswer, isDocument, isSuccess } from "./chain-end.ts";
import { followedHops, type FindFindings } from "./finding.ts";
import { headerLines } from "./header-lists.ts";

const resent: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

export const findResubmissionRisk: FindFindings = (chain) => {
  const answer = finalAnswer(chain);
  const { method } = lastHop(chain);
  if (!isDocument(chain) || !isSuccess(answer) || !resent.has(method)) return [];
  // No page appears, so there is none to reload.
  const isDownload = headerLines(answer, "content-disposition").some((value) => /^\s*attachment/i.test(value));
  if (answer.status === 204 || answer.status === 205 || isDownload) return [];
  const keeping = followedHops(chain).findLast(
    ({ hop, next }) =>
      hop.source === "server" &&
      (hop.answer.status === 307 || hop.answer.status === 308) &&
      hop.method === method &&
      next.method === method,
  );
  return keeping === undefined
    ? []
    : [{ id: "resubmission-risk", severity: "warning", hop: keeping.index, values: [method] }];
};
