/** Tests the recognition of sign-in redirects: frameworks and proxies use many names for the return parameter. */
import { expect, test } from "vitest";
import { isSignInUrl, leadsBackTo } from "../../../src/model/meaning/sign-in.ts";

const posted = "https://shop.test/orders/17/comments?draft=1";
const back = encodeURIComponent("/orders/17/comments");
const whole = encodeURIComponent(posted);

test.each([
  ["Django", `https://shop.test/accounts/login/?next=${back}`],
  ["Rails", `https://shop.test/session/new?return_to=${back}`],
  ["ASP.NET", `https://shop.test/Account/Login?ReturnUrl=${whole}`],
  ["oauth2-proxy", `https://shop.test/oauth2/sign_in?rd=${back}`],
  ["another host", `https://auth.example.com/?rd=${whole}`],
  ["WordPress", `https://shop.test/wp-login.php?redirect_to=${whole}&reauth=1`],
  ["NextAuth", `https://shop.test/api/auth/signin?callbackUrl=${whole}`],
  ["Spring", `https://shop.test/login?continue=${back}`],
  ["CAS", `https://sso.example.com/cas/login?service=${whole}`],
  ["Shopify", `https://shop.test/account/login?return_url=${back}`],
  ["encoded twice", `https://shop.test/login?next=${encodeURIComponent(whole)}`],
  ["in the route of a single-page app", `https://shop.test/#/login?next=${back}`],
  ["an unknown name, on a sign-in page", `https://shop.test/signin?wohin=${back}`],
  ["a trailing slash", `https://shop.test/login?next=${back}%2F`],
])("%s", (_, url) => {
  expect(leadsBackTo(url, posted)).toBe(true);
});

test.each([
  ["another page", "https://shop.test/login?next=%2Fcart"],
  ["no parameter", "https://shop.test/login"],
  ["the page itself", `${posted}&next=${back}`],
  ["an unknown name, on another page", `https://shop.test/search?q=${back}`],
  ["no path", "https://shop.test/login?next=comments"],
  ["not decodable", "https://shop.test/login?next=%25E0%25A4%25A"],
  [
    "another site's page",
    `https://shop.test/login?next=${encodeURIComponent("https://other.test/orders/17/comments")}`,
  ],
])("doesn't lead back: %s", (_, url) => {
  expect(leadsBackTo(url, posted)).toBe(false);
});

test.each([
  [true, "https://shop.test/login"],
  [true, "https://shop.test/users/sign_in"],
  [true, "https://shop.test/AccountLogin.aspx"],
  [true, "https://login.example.com/"],
  [true, "https://shop.test/realms/x/protocol/openid-connect/auth"],
  [true, "https://shop.test/ucp.php?mode=login"],
  [false, "https://shop.test/catalogin"],
  [false, "https://shop.test/author/1"],
  [false, "https://shop.test/blogs/index"],
  [false, "https://shop.test/page?next=%2Flogin"],
])("%s: %s", (isSignIn, url) => {
  expect(isSignInUrl(url)).toBe(isSignIn);
});
