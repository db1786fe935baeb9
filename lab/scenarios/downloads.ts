/** Redirects that end in a download. */
import { received, type Scenario, type TestContext } from "./scenario.ts";

const ways = {
  link: { title: "a link", markup: (path: string) => `<a href="${path}">a file</a>` },
  "download-link": {
    title: "a link with the attribute download",
    markup: (path: string) => `<a download href="${path}">a file</a>`,
  },
  frame: { title: "a frame", markup: (path: string) => `<a>(no link)</a><iframe src="${path}"></iframe>` },
} as const;

type Way = keyof typeof ways;

export const downloadScenarios: readonly Scenario[] = (["link", "download-link", "frame"] as const).map((way) => ({
  name: `download-by-${way}`,
  title: `${ways[way].title}, a 302 and a file that is saved`,
  // Firefox 153 never reports the end of a navigation that became a download.
  shownIn: "tab-of-its-own",
  run: (context) => download(context, way),
  expected: ({ url }) => [
    [
      { status: "302", method: "GET → GET", body: "none", seo: "Temporary", url: url("shop.test", redirectTo(way)) },
      { status: "200", method: "GET", body: "none", seo: "—", url: url("shop.test", file(way)) },
    ],
  ],
}));

async function download(context: TestContext, way: Way): Promise<void> {
  const { lab, page } = context;
  await page.goto(lab.url("shop.test", "/fetch"));
  await page.evaluate(
    (markup) => {
      document.body.innerHTML = markup;
    },
    ways[way].markup(redirectTo(way)),
  );
  await page.click("a");
  await received(context, file(way));
}

function file(way: Way): string {
  return `/page?${way}&header=${encodeURIComponent(`Content-Disposition:attachment; filename=${way}.html`)}`;
}

function redirectTo(way: Way): string {
  return `/redirect?status=302&to=${encodeURIComponent(file(way))}`;
}
