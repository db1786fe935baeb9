/** A streamed body cannot be sent again, so browsers follow only a 303 (Fetch, step 11). */
import type { Scenario } from "./scenario.ts";

export const streamScenarios: readonly Scenario[] = ([303, 307] as const).map((status) => {
  const path = `/redirect?status=${status}&to=/page`;
  return {
    name: `stream-${status}`,
    title: `a streamed POST answered with ${status}`,
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch", http2));
      await page.evaluate(async (url) => {
        const body = new Blob(["streamed"]).stream();
        const init = { method: "POST", body, duplex: "half" } as RequestInit;
        await fetch(url, init).catch(() => undefined);
      }, path);
    },
    // Firefox 153 cannot stream: it sends the text "[object ReadableStream]". Chromium 156 gives up on the 307 and
    // reports net::ERR_INVALID_ARGUMENT, not the redirect.
    expected: ({ url }, browserName) => {
      const end = { status: "200", seo: "—", url: url("shop.test", "/page", http2) } as const;
      const first = { status: String(status), seo: "Temporary", url: url("shop.test", path, http2) } as const;
      const sent = browserName === "chromium" ? "unknown" : "sent → lost";
      if (status === 303) {
        return [
          [
            { ...first, method: "POST → GET", body: sent },
            { ...end, method: "GET", body: "none" },
          ],
        ];
      }
      if (browserName === "chromium") return [];
      return [
        [
          { ...first, method: "POST → POST", body: "sent → kept" },
          { ...end, method: "POST", body: "sent" },
        ],
      ];
    },
  };
});

const http2 = { scheme: "https", at: "http2Port" } as const;
