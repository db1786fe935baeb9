// Measures every export of a full log: 10,000 chains of two hops, as many as a log can hold. Numbers, no verdict.

import { exportParts, type ExportFormat } from "../src/model/export/export-formats.ts";
import type { Chain, Hop } from "../src/model/redirect-chain.ts";

const chainCount = 10_000;
const headers = Array.from({ length: 4 }, (_, at) => ({ name: `X-Header-${at}`, value: `value ${at} of a header` }));

function hopOf(chain: number, at: number): Hop {
  const url = (hop: number) => `https://shop.test/step-${hop}/of/chain/${chain}?token=abc&page=${hop}`;
  const request = { url: url(at), method: "GET", body: { presence: "absent" }, requestHeaders: headers } as const;
  const times = { startedAt: 1_800_000_000_000 + at * 20, endedAt: 1_800_000_000_010.5 + at * 20 };
  const answer = { status: at < 1 ? 302 : 200, statusText: "", headers, fromCache: false, ip: "192.0.2.1" };
  if (at === 1) return { ...request, ...times, state: "answered", answer };
  return { ...request, ...times, state: "redirected", source: "server", redirectUrl: url(at + 1), answer };
}

const chains = Array.from({ length: chainCount }, (_, at): Chain => {
  const id = String(at);
  const hops = [hopOf(at, 0), hopOf(at, 1)] as const;
  return { id, requestId: id, tabId: 1, frameId: 0, resourceType: "main_frame", hops };
});
const origin = {
  exportedAt: "2026-01-31T12:00:00.000Z",
  generator: { name: "Hopscope", version: "0", browser: "Chromium 156" },
};

for (const format of ["text", "markdown", "curl", "csv", "json", "har"] satisfies ExportFormat[]) {
  const startedAt = performance.now();
  const content = [...exportParts(format, chains, origin)].join("");
  const tookMs = performance.now() - startedAt;
  const size = `${(content.length / 2 ** 20).toFixed(1)} MiB`;
  console.log(`${format.padEnd(8)} ${String(Math.round(tookMs)).padStart(5)} ms  ${size.padStart(9)}`);
}
