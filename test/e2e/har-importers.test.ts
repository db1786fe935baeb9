/** Hopscope's HAR, read by the importers of both browsers' Network panels. */
import { expect, test } from "vitest";
import { harParts } from "../../src/model/export/har-export.ts";
import { answerOf } from "../../src/model/chain/redirect-chain.ts";
import { kinds, origin } from "../model/export/exported.ts";
import { useBrowser } from "./session.ts";

const e2e = useBrowser();

test("every kind of chain: each hop with its method, URL and status", async () => {
  const chains = Object.values(kinds);
  const hops = chains.flatMap((chain) => chain.hops);
  expect(await e2e.session.readInNetworkPanel(e2e.page, [...harParts(chains, origin)].join(""))).toEqual(
    hops.map((hop) => `${hop.method} ${hop.url} ${answerOf(hop)?.status ?? 0}`),
  );
});
