/** A chain whose cells together have every text that the Status, Body and SEO columns can show. */
import {
  clientSources,
  internalSources,
  type Body,
  type Chain,
  type Hop,
} from "../../src/model/chain/redirect-chain.ts";

const form: Body = { presence: "present", kind: "form" };
/** In this order, a body is kept, lost, absent and unknown; those of the last hops are sent or not sent. */
const bodies: readonly Body[] = [form, form, { presence: "absent" }, { presence: "unknown" }];
const bodyAt = (index: number): Body => bodies[index] ?? form;

const request = { url: "", method: "GET", startedAt: 0 };
const redirect = { ...request, state: "redirected", redirectUrl: "", endedAt: 0 } as const;
const served = (status: number) => ({ status, statusText: "", headers: [], fromCache: false });

const permanent: Hop = { ...redirect, body: bodyAt(0), source: "server", answer: served(301) };
const others = [
  { ...redirect, source: "server", answer: served(302) } as const,
  ...internalSources.map((source) => ({ ...redirect, source })),
  ...clientSources.map((source) => ({ ...redirect, source, answer: served(200) })),
  { ...redirect, source: "browser", inferred: true } as const,
  { ...request, state: "failed", error: "net::ERR_CONNECTION_REFUSED", endedAt: 0 } as const,
  { ...request, state: "pending" } as const,
].map((hop, at): Hop => ({ ...hop, body: bodyAt(at + 1) }));

export const sampleChain: Chain = {
  id: "",
  requestId: "",
  tabId: 0,
  frameId: 0,
  resourceType: "main_frame",
  hops: [permanent, ...others],
};
