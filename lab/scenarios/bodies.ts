/** Bodies of every kind that a page can send, through 307, which keeps them. */
import type { Page } from "puppeteer-core";
import type { ExpectedHop, Scenario } from "./scenario.ts";

const kinds = [
  "urlencoded",
  "form-data",
  "form-data-with-file",
  "blob",
  "array-buffer",
  "text",
  "empty",
  "none",
  "beacon",
  "json-as-urlencoded",
  "json-with-equals-as-urlencoded",
  "base64-as-urlencoded",
  "form-data-json-name",
] as const;

type BodyKind = (typeof kinds)[number];

export const bodyScenarios: readonly Scenario[] = kinds.map((kind) => ({
  name: `body-${kind}`,
  title: `a POST with a body: ${kind}`,
  async run({ lab, page }) {
    await page.goto(lab.url("shop.test", "/fetch"));
    await sendBody(page, lab.url("shop.test", path(kind)), kind);
  },
  expected({ url }, browserName) {
    const isSent = kind !== "empty" && kind !== "none";
    // Chromium 156 reports an empty body like one that it cannot show.
    const isUnknown = browserName === "chromium" && (kind === "empty" || kind === "blob");
    const first: ExpectedHop = {
      status: "307",
      method: "POST → POST",
      body: isUnknown ? "unknown" : isSent ? "sent → kept" : "none",
      seo: "Temporary",
      url: url("shop.test", path(kind)),
    };
    const last: ExpectedHop = {
      status: "200",
      method: "POST",
      body: isUnknown ? "unknown" : isSent ? "sent" : "none",
      seo: "—",
      url: url("shop.test", `/page?${kind}`),
    };
    return [[first, last]];
  },
}));

function path(kind: BodyKind): string {
  return `/redirect?status=307&to=/page?${kind}`;
}

/** The file has 5 bytes, the buffer 7, the text 11 in UTF-8. */
async function sendBody(page: Page, url: string, kind: BodyKind): Promise<void> {
  await page.evaluate(
    async (target, wanted) => {
      const form = new FormData();
      form.append("user", "Ada");
      if (wanted === "form-data-with-file") form.append("file", new File(["bytes"], "notes.txt"));
      const odd = new FormData();
      odd.append('{"user":"Ada"}', "x");
      const bodies: Partial<Record<string, BodyInit>> = {
        urlencoded: new URLSearchParams({ user: "Ada", password: "x" }),
        "form-data": form,
        "form-data-with-file": form,
        blob: new Blob(["a blob"], { type: "application/octet-stream" }),
        "array-buffer": new ArrayBuffer(7),
        text: "héllo wörl",
        empty: "",
        "json-as-urlencoded": '{"user":"Ada","password":"x"}',
        "json-with-equals-as-urlencoded": '{"user":"Ada","next":"/a?b=c&d=e"}',
        "base64-as-urlencoded": btoa("user:passwords"),
        "form-data-json-name": odd,
      };
      const body = bodies[wanted];
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const init = { ...(body !== undefined && { body }), ...(wanted.endsWith("-as-urlencoded") && { headers }) };
      if (wanted !== "beacon") await fetch(target, { method: "POST", ...init });
      else if (!navigator.sendBeacon(target, "a beacon")) throw new Error("the beacon was not queued");
    },
    url,
    kind,
  );
}
