/**
 * Forms on real sites: the session has expired, the page after the order is broken, the payment is on another site, the
 * target cannot be reached.
 */
import { closedPort } from "../hosts.ts";
import { html } from "../html.ts";
import { pageReply } from "../reply.ts";
import type { Header, LabRequest, Reply, Route } from "../route.ts";
import { byMethod, ended, endsWith, redirectTo, type RouteEntries } from "./route-builders.ts";

/** Only sent to /session, so that it does not affect other scenarios. */
const sessionCookie: Header = ["Set-Cookie", "session=1; Path=/session; HttpOnly"];

/** Accepts only a POST of a signed-in user; in these scenarios the user is not signed in. */
function needsSignIn(signIn: Parameters<typeof redirectTo>[1]): Route {
  return byMethod({ GET: endsWith(405, [["Allow", "POST"]]), others: redirectTo(302, signIn) });
}

/** A sign-in page whose form is sent to its own address, and leads to what the query names. */
function signInPage(parameter: string): Route {
  return byMethod({
    GET: signInForm,
    others: redirectTo(302, (_, { query }) => query.bytes(parameter) ?? "/", [sessionCookie]),
  });
}

function signInForm({ url }: LabRequest): Reply {
  return pageReply({
    title: "Sign in",
    main: html`<h1>Sign in</h1>
      <form action="${url}" method="post">
        <p>
          <label>Password <input type="password" name="password" value="not a secret" autocomplete="off" /></label>
        </p>
        <button id="send">Sign in</button>
      </form>`,
  });
}

export const formFlowRoutes: RouteEntries = [
  // The session has expired: the form's data is lost, and the way back is a GET.
  ["/cart", needsSignIn("/login?next=%2Fcart")],
  ["/login", signInPage("next")],
  ["/orders/17/comments", needsSignIn("/session/new?return_to=%2Forders%2F17%2Fcomments")],
  ["/session/new", signInPage("return_to")],
  ["/basket/add", needsSignIn(({ url }) => `/Account/Login?ReturnUrl=${encoded(url("shop.test", "/basket/add"))}`)],
  ["/Account/Login", signInPage("ReturnUrl")],
  [
    "/tickets",
    needsSignIn(({ url }) => url("other.test", `/oauth2/sign_in?rd=${encoded(url("shop.test", "/tickets"))}`)),
  ],
  ["/oauth2/sign_in", signInPage("rd")],
  // The sign-in service still knows the user, and redirects straight back.
  ["/profile", byMethod({ GET: endsWith(200), others: redirectTo(302, "/session/renew") })],
  ["/session/renew", redirectTo(302, "/profile", [sessionCookie])],
  // A page that accepts its own form and then shows itself again.
  ["/settings", byMethod({ GET: endsWith(200), others: redirectTo(302, "/settings") })],
  // The order was accepted; the page after it is broken.
  ["/orders", redirectTo(303, "/orders/17/thank-you")],
  ["/bookings", redirectTo(303, "/bookings/18")],
  ["/bookings/18", endsWith(500)],
  // The next page is on another site.
  ["/pay", redirectTo(303, ({ url }) => url("other.test", "/checkout/sessions/8fk2"))],
  ["/checkout/sessions/8fk2", endsWith(200)],
  ["/oauth/consent", redirectTo(302, ({ url }) => url("other.test", "/oauth/callback?code=SplxlOBe&state=af0ifjsl"))],
  ["/oauth/callback", endsWith(200)],
  ["/support", redirectTo(307, ({ url }) => url("other.test", "/support/tickets"))],
  ["/support/tickets", endsWith(200)],
  // A URL with a trailing slash, where the data is not valid.
  ["/contact", redirectTo(308, "/contact/")],
  ["/contact/", (request) => ended(request, request.method === "POST" ? 400 : 405)],
  // The target cannot be reached.
  ["/checkout/address", redirectTo(307, ({ port }) => `http://pay.shop.test:${port}/address`)],
  ["/checkout/card", redirectTo(307, `http://shop.test:${closedPort}/card`)],
  [
    "/checkout/confirm",
    redirectTo(307, ({ url }) => url("www.shop.test", "/checkout/done?hang-up=1", { at: "otherPort" })),
  ],
];

function encoded(url: string): string {
  return encodeURIComponent(url);
}
