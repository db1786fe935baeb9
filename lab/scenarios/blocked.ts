/** Redirects that open an app, or that the page's Content Security Policy blocks. */
import { received, type Scenario, type TestContext } from "./scenario.ts";
import { hop, oneChain } from "./scenario-builders.ts";

const toApp = "/app/callback";

export const blockedScenarios: readonly Scenario[] = [
  {
    name: "blocked-connect-src",
    title: "a fetch's redirect to another origin, which connect-src forbids",
    async run({ lab, page, visit }) {
      await visit(lab.url("shop.test", `/fetch?header=${policy("connect-src 'self'")}`));
      await page.evaluate(() => fetch("/news.json").catch(() => undefined));
    },
    expected: oneChain((url) => [hop(301, "GET", url("/news.json"))]),
  },
  formBlocked(302, "/oauth/consent", "/oauth/callback?code=SplxlOBe&state=af0ifjsl"),
  formBlocked(307, "/support", "/support/tickets"),
  {
    name: "app-fetch",
    title: "a fetch's 302 to an app",
    async run(context) {
      await context.visit(context.lab.url("shop.test", "/fetch"));
      await context.page.evaluate((path) => fetch(path).catch(() => undefined), toApp);
    },
    expected: oneChain((url) => [hop(302, "GET", url(toApp))]),
  },
  {
    name: "app-form",
    title: "a form's POST is answered with 302 to an app",
    async run(context) {
      await openForm(context, toApp);
      await context.page.click("#send");
      await received(context, toApp);
      // The tab stays on its page without any event: this request follows the response to the form.
      await context.page.evaluate(() => fetch("/page"));
    },
    expected: oneChain((url) => [hop(302, "POST", url(toApp))]),
  },
];

/** The form itself is sent to the page's own origin; only the redirect leads to another. */
function formBlocked(status: 302 | 307, path: string, target: string): Scenario {
  return {
    name: `blocked-form-action-${status}`,
    title: `a form's ${status} to another origin, which form-action forbids`,
    async run(context) {
      await openForm(context, path, "form-action 'self'");
      const { page } = context;
      await page.evaluate(() => {
        const forbidden = new Promise((resolve) => document.addEventListener("securitypolicyviolation", resolve));
        Object.assign(globalThis, { forbidden: forbidden.then(() => true) });
      });
      const left = page.waitForNavigation().catch(() => undefined);
      await page.click("#send");
      // If the browser follows the redirect, the page and its promise are gone.
      const forbidden = page.evaluate("forbidden").catch(() => left);
      await Promise.race([left, forbidden]);
    },
    // Firefox 153 applies form-action to the form's own URL only, as CSP 3 leaves it open.
    expected: oneChain((url, labUrl, browserName) => {
      if (browserName === "chromium") return [hop(status, "POST", url(path))];
      const method = status === 307 ? "POST" : "GET";
      return [hop(status, `POST → ${method}`, url(path)), hop(200, method, labUrl("other.test", target))];
    }),
  };
}

function openForm({ lab, visit }: TestContext, action: string, csp?: string): Promise<unknown> {
  const more = csp === undefined ? "" : `&header=${policy(csp)}`;
  return visit(lab.url("shop.test", `/form?action=${encodeURIComponent(action)}${more}`));
}

function policy(value: string): string {
  return encodeURIComponent(`Content-Security-Policy:${value}`);
}
