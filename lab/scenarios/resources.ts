/** Redirects of subresources: frames, images, scripts, style sheets, audio and video. */
import type { Page } from "puppeteer-core";
import { redirectedOnce } from "./redirected-once.ts";
import type { Scenario } from "./scenario.ts";

export interface LoadingElement {
  readonly tag: string;
  /** Which attribute holds the URL. */
  readonly urlIn: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const elements = {
  frame: { tag: "iframe", urlIn: "src" },
  image: { tag: "img", urlIn: "src" },
  "image-set": { tag: "img", urlIn: "srcset" },
  script: { tag: "script", urlIn: "src" },
  style: { tag: "link", urlIn: "href", attributes: { rel: "stylesheet" } },
  video: { tag: "video", urlIn: "src", attributes: { preload: "auto" } },
  audio: { tag: "audio", urlIn: "src", attributes: { preload: "auto" } },
  object: { tag: "object", urlIn: "data" },
  embed: { tag: "embed", urlIn: "src" },
  preload: { tag: "link", urlIn: "href", attributes: { rel: "preload", as: "image" } },
  prefetch: { tag: "link", urlIn: "href", attributes: { rel: "prefetch" } },
} as const satisfies Record<string, LoadingElement>;

export const resourceScenarios: readonly Scenario[] = Object.entries(elements).map(([kind, element]) =>
  redirectedOnce(kind, `a redirected ${kind}`, async ({ lab, page }, url) => {
    await page.goto(lab.url("shop.test", "/fetch"));
    await loadElement(page, url, element);
  }),
);

/** Resolves when the element has loaded or failed. */
export async function loadElement(page: Page, url: string, loading: LoadingElement): Promise<void> {
  await page.evaluate(
    async (address, { tag, urlIn, attributes = {} }) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.setAttribute(urlIn, address);
      const ended = new Promise((resolve) => {
        for (const event of ["load", "error"]) element.addEventListener(event, resolve);
      });
      document.body.append(element);
      await ended;
    },
    url,
    loading,
  );
}
