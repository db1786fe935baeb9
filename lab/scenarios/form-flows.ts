/** Forms on real sites: expired sessions, broken pages after an order, payments on another site. */
import { sendForm, type Scenario } from "./scenario.ts";
import { hop, oneChain, sendingForm, type Expected } from "./scenario-builders.ts";

const lost = "POST → GET";
const kept = "POST → POST";

export const formFlowScenarios: readonly Scenario[] = [
  expired("next", "/cart", nextPage),
  comesBack("next", "/cart", nextPage),
  expired("return-to", "/orders/17/comments", returnToPage),
  comesBack("return-to", "/orders/17/comments", returnToPage),
  expired("return-url", "/basket/add", (url) =>
    url(`/Account/Login?ReturnUrl=${encodeURIComponent(url("/basket/add"))}`),
  ),
  expired("rd", "/tickets", (_, labUrl) =>
    labUrl("other.test", `/oauth2/sign_in?rd=${encodeURIComponent(labUrl("shop.test", "/tickets"))}`),
  ),
  sendingForm(
    "form-session-renewed",
    "a form's POST is sent to renew the session, and comes back as a GET",
    "/profile",
    (url) => [
      hop(302, lost, url("/profile")),
      hop(302, "GET → GET", url("/session/renew")),
      hop(200, "GET", url("/profile")),
    ],
  ),
  sendingForm("form-same-page", "a form's POST is answered with 302 to its own address", "/settings", (url) => [
    hop(302, lost, url("/settings")),
    hop(200, "GET", url("/settings")),
  ]),
  sendingForm(
    "form-303-to-404",
    "a form's POST is answered with 303 to a page that does not exist",
    "/orders",
    (url) => [hop(303, lost, url("/orders")), hop(404, "GET", url("/orders/17/thank-you"))],
  ),
  sendingForm("form-303-to-500", "a form's POST is answered with 303 to a page that fails", "/bookings", (url) => [
    hop(303, lost, url("/bookings")),
    hop(500, "GET", url("/bookings/18")),
  ]),
  sendingForm(
    "form-303-to-other-site",
    "a form's POST is answered with 303 to a checkout on another site",
    "/pay",
    (url, labUrl) => [hop(303, lost, url("/pay")), hop(200, "GET", labUrl("other.test", "/checkout/sessions/8fk2"))],
  ),
  sendingForm(
    "form-oauth-consent",
    "a form's consent leads back to another site with a code (OAuth)",
    "/oauth/consent",
    (url, labUrl) => [
      hop(302, lost, url("/oauth/consent")),
      hop(200, "GET", labUrl("other.test", "/oauth/callback?code=SplxlOBe&state=af0ifjsl")),
    ],
  ),
  sendingForm(
    "form-308-to-400",
    "a form's POST is redirected to a trailing slash (308), where it is not valid",
    "/contact",
    (url) => [hop(308, kept, url("/contact")), hop(400, "POST", url("/contact/"))],
  ),
];

type PageUrl = (...args: Parameters<Expected>) => string;

function nextPage(url: Parameters<Expected>[0]): string {
  return url("/login?next=%2Fcart");
}

function returnToPage(url: Parameters<Expected>[0]): string {
  return url("/session/new?return_to=%2Forders%2F17%2Fcomments");
}

function expired(parameter: string, path: string, pageUrl: PageUrl): Scenario {
  return sendingForm(
    `sign-in-${parameter}`,
    `a form's POST after the session has expired is redirected to a sign-in page (${parameter})`,
    path,
    (url, ...more) => [hop(302, lost, url(path)), hop(200, "GET", pageUrl(url, ...more))],
  );
}

/** By then, the log has dropped the first chain with its page. */
function comesBack(parameter: string, path: string, pageUrl: PageUrl): Scenario {
  return {
    name: `sign-in-${parameter}-back`,
    isLastLoadOnly: true,
    title: `after the sign-in, a GET returns to a URL that accepts only POST (${parameter})`,
    async run(context) {
      await sendForm(context, { action: path, enctype: "urlencoded" });
      await Promise.all([context.page.waitForNavigation(), context.page.click("#send")]);
    },
    expected: oneChain((url, ...more) => [hop(302, lost, pageUrl(url, ...more)), hop(405, "GET", url(path))]),
  };
}
