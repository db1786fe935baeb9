/** The workloads that are timed. */
import type { Page } from "puppeteer-core";
import type { Lab } from "../../lab/server.ts";
import type { BrowserSession } from "../../scripts/browsers/browser-session.ts";

export interface Load {
  readonly name: string;
  /** Minimum number of chains that an open panel must list afterwards, as proof that the work was done. */
  readonly listedChains: number;
  readonly run: (lab: Lab, session: BrowserSession, page: Page) => Promise<unknown>;
}

const fetchesPerRun = 600;
const navigationCount = 20;

export const loads: readonly Load[] = [
  {
    name: `${fetchesPerRun} redirected fetches`,
    listedChains: fetchesPerRun,
    run: (lab, _, page) =>
      fetchMany(page, lab.url("shop.test", "/redirect?status=302&body=&to=/favicon.ico"), fetchesPerRun),
  },
  {
    name: `${fetchesPerRun} plain fetches`,
    listedChains: 0,
    run: (lab, _, page) => fetchMany(page, lab.url("shop.test", "/favicon.ico"), fetchesPerRun),
  },
  {
    name: `${navigationCount} redirected navigations`,
    // Each new document clears the list.
    listedChains: 1,
    async run(lab, session, page) {
      const url = lab.url("shop.test", "/redirect?status=302&body=&to=/fetch");
      for (let count = 0; count < navigationCount; count += 1) await session.visit(page, url);
    },
  },
];

/** Six at a time, the HTTP/1.1 connections per host. */
export function fetchMany(page: Page, url: string, fetchCount: number): Promise<void> {
  return page.evaluate(
    async (target, count) => {
      let left = count;
      await Promise.all(
        Array.from({ length: 6 }, async () => {
          while (left > 0) {
            left -= 1;
            await fetch(target, { cache: "no-store" }).then((answer) => answer.arrayBuffer());
          }
        }),
      );
    },
    url,
    fetchCount,
  );
}
