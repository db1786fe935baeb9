/**
 * A log to open in the panel: hops of every redirect source, every outcome of a chain, every body fate, long methods.
 */
import { exportJson } from "../../src/model/export/json-export.ts";
import { clientSources, internalSources, type Chain, type Hop } from "../../src/model/chain/redirect-chain.ts";
import {
  answer,
  answered,
  chainOf,
  failed,
  formBody,
  internal,
  noBody,
  pending,
  served,
  unknownBody,
} from "../model/hops.ts";

const url = (name: string) => `https://shop.test/a/page/with/a/long/path/of/the/shop/${name}`;

/** The bodies of a chain's hops: kept, lost, absent, unknown, unknown again; and that of the last hop. */
const bodies = [formBody, formBody, noBody, unknownBody, formBody];
const last = answered(url("end"), 200, { body: unknownBody });

function chainBy(redirect: (url: string) => Hop): Chain {
  const [first, ...others] = bodies.map((body, at): Hop => {
    return { ...redirect(url(String(at))), body, method: body === noBody ? "GET" : "POST" };
  });
  return chainOf(first ?? last, ...others, last);
}

const methods = ["PUT", "DELETE", "OPTIONS", "VERSION-CONTROL", "A-METHOD-THAT-IS-MUCH-LONGER-THAN-ANY-THAT-IS-IN-USE"];

const endless = served(url("on"), 302, url("on"));
/** 101 hops, for a three-digit number. */
const longest = chainOf(endless, ...Array.from({ length: 99 }, () => endless), answered(url("end")));

const chains: readonly Chain[] = [
  ...[301, 307].map((status) => chainBy((from) => served(from, status, url("end")))),
  ...internalSources.map((source) => chainBy((from) => internal(from, source, url("end"), { endedAt: 999 }))),
  ...clientSources.map((source) =>
    chainBy((from): Hop => {
      const request = { url: from, method: "GET", body: noBody, startedAt: 0 };
      return { ...request, state: "redirected", source, answer: answer(200), redirectUrl: url("end"), endedAt: 59_940 };
    }),
  ),
  chainOf(internal(url("untold"), "browser", url("end"), { inferred: true }), failed(url("end"), "net::ERR_FAILED")),
  ...methods.map((method) =>
    chainOf(served(url("api"), 307, url("end"), { method, endedAt: 12_345_600 }), pending(url("end"), { method })),
  ),
  chainOf(answered(url("missing"), 404)),
  longest,
];

const origin = { exportedAt: "2026-01-31T12:00:00.000Z", generator: { name: "", version: "", browser: "" } };

export const everySource = exportJson(
  chains.map((chain, at) => ({ ...chain, id: String(at), requestId: String(at) })),
  origin,
);

/** The same number of hops in its longest chain, all with the same short texts. */
export const plainLog = exportJson([longest], origin);
