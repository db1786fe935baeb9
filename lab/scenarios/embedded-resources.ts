/** Subresources that end in a web page instead of a script or an image, and frames that are blocked. */
import type { BrowserName } from "../browser-name.ts";
import { loadElement, type LoadingElement } from "./resources.ts";
import type { ExpectedHop, Scenario, TestContext } from "./scenario.ts";
import { hop, oneChain } from "./scenario-builders.ts";

const followed = "GET → GET";
const frame: LoadingElement = { tag: "iframe", urlIn: "src" };

export const embeddedResourceScenarios: readonly Scenario[] = [
  part("html-for-script", "a script's 302 leads to a page", { tag: "script", urlIn: "src" }, [
    "/assets/app.js",
    "/guests",
  ]),
  part(
    "html-for-style",
    "a style sheet's 302 leads to a page",
    { tag: "link", urlIn: "href", attributes: { rel: "stylesheet" } },
    ["/assets/site.css", "/guests"],
  ),
  part("html-for-image", "an image's 302 leads to a page", { tag: "img", urlIn: "src" }, [
    "/assets/photo.jpg",
    "/guests/photo",
  ]),
  {
    name: "part-html-for-font",
    title: "a font's 302 leads to a page",
    async run({ lab, page }) {
      await page.goto(lab.url("shop.test", "/fetch"));
      await page.evaluate(async () => {
        await new FontFace("icons", 'url("/assets/icons.woff2")').load().catch(() => undefined);
      });
    },
    expected: oneChain((url) => [hop(302, followed, url("/assets/icons.woff2")), hop(200, "GET", url("/guests"))]),
  },
  {
    name: "part-frame-deny",
    title: "a frame's 302 leads to a page with X-Frame-Options: DENY",
    run: (context) => load(context, "/embed/map", frame),
    expected: oneChain((url, _, browserName) => [
      hop(302, followed, url("/embed/map")),
      blocked(browserName, url("/map")),
    ]),
  },
  {
    name: "part-frame-ancestors",
    title: "a frame's 301 leads to a page with frame-ancestors 'none'",
    run: (context) => load(context, "/embed/player", frame),
    expected: oneChain((url, _, browserName) => [
      hop(301, followed, url("/embed/player")),
      blocked(browserName, url("/player")),
    ]),
  },
  {
    name: "part-frame-sameorigin-other",
    title: "a frame's 302 leads to another origin with X-Frame-Options: SAMEORIGIN",
    run: (context) => load(context, "/embed/reviews", frame),
    expected: oneChain((url, labUrl, browserName) => [
      hop(302, followed, url("/embed/reviews")),
      blocked(browserName, labUrl("other.test", "/reviews")),
    ]),
  },
  part("frame-sameorigin", "a frame's 302 leads to the same origin with X-Frame-Options: SAMEORIGIN", frame, [
    "/embed/rating",
    "/reviews",
  ]),
];

/** A page that forbids framing: Firefox 153 reports a failure, Chromium 156 the response that it does not show. */
function blocked(browserName: BrowserName, url: string): ExpectedHop {
  return hop(browserName === "firefox" ? "Failed" : 200, "GET", url);
}

function part(
  name: string,
  title: string,
  element: LoadingElement,
  [path, target]: readonly [path: string, target: string],
): Scenario {
  return {
    name: `part-${name}`,
    title,
    run: (context) => load(context, path, element),
    expected: oneChain((url) => [hop(302, followed, url(path)), hop(200, "GET", url(target))]),
  };
}

async function load({ page, lab }: TestContext, path: string, element: LoadingElement): Promise<void> {
  await page.goto(lab.url("shop.test", "/fetch"));
  await loadElement(page, lab.url("shop.test", path), element);
}
