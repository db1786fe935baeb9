/** Rows of the table finding × (reported, not reported), and helpers to write them. */
import type { Finding, FindingId } from "../../../../src/model/findings/finding.ts";
import type { Chain, Hop } from "../../../../src/model/chain/redirect-chain.ts";
import { answer, answered, formBody, served } from "../../hops.ts";

export type ReportedRow = readonly [
  id: FindingId,
  what: string,
  chain: Chain,
  severity: Finding["severity"],
  hop: number | undefined,
  values?: readonly string[],
];
export type NotReportedRow = readonly [id: FindingId, what: string, chain: Chain];

export const shop = "http://shop.test/pay";
export const done = "http://shop.test/done";
export const other = "http://other.test/";

export const posted = { method: "POST", body: formBody };
export const got = answered(done);
export const gotPost = answered(done, 200, posted);

/** A POST with a body, answered with this status. */
export function post(status: number, to = done, from = shop): Hop {
  return served(from, status, to, posted);
}

/** A redirect with more headers than Location. */
export function servedWith(url: string, status: number, to: string, headers: Readonly<Record<string, string>>): Hop {
  return served(url, status, to, { answer: answer(status, { Location: to, ...headers }) });
}

export function answeredWith(url: string, headers: Readonly<Record<string, string>>, status = 200): Hop {
  return answered(url, status, { answer: answer(status, headers) });
}

/** A redirect response, for a hop that wasn't followed. */
export function pointing(location: string, status = 302) {
  return { answer: answer(status, { Location: location }) };
}

export function ofType(resourceType: string, chain: Chain): Chain {
  return { ...chain, resourceType };
}

export function missed(chain: Chain): Chain {
  return { ...chain, beginningMissed: true };
}
