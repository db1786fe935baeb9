/**
 * Recognises sign-in redirects: a request of somebody who is not signed in is sent to a sign-in page, which is told where
 * to lead back to. What was posted is gone then, although the redirect looks like Post/Redirect/Get.
 */
import { parseUrl } from "../url/location-url.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { isSameSite } from "../url/compare-urls.ts";

/** Names of the parameter that frameworks and proxies use for it, without case, `-`, `_` and `.`. Others count on sign-in pages. */
const returnNames: ReadonlySet<string> = new Set(
  "next nexturl nextpage returnto returnurl returnuri returnpath returl redirect redirectto redirecturl redirecturi redirectpath redir redirecturlaftersignin rd rurl continue continueurl desturl targeturl targetpath goto gotourl forwardurl service backurl backto backpath originalurl originaluri requesturi requestedurl callbackurl camefrom successurl afterlogin afterloginurl afterauth postlogin loginredirect relaystate".split(
    " ",
  ),
);

const signInWords =
  /(?:^|[^a-z])(?:log-?_?in|log-?_?on|sign-?_?in|sign-?_?on|sso|auth|authn|authenticate|authentication|authorize|oauth2?|oidc|openid|saml2?|idp|cas|accounts?|sessions?|identity|mfa|2fa|security_check)(?:[^a-z]|$)/i;

/** Whether host, path or query have a word that sign-in pages have. */
export function isSignInUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed === undefined) return false;
  const named = queryParameters(url).filter(({ name }) => !isReturnName(name));
  const words = [parsed.hostname, parsed.pathname, ...named.map(({ name, value }) => `${name}=${value}`)];
  return words.some((text) => signInWords.test(spelledOut(text)));
}

/** A page to sign in at, by the end of its path: `/users/sign_in`, `/wp-login.php`. */
export function isSignInPage(url: string): boolean {
  return /^(?:wp-)?(?:log[-_]?in|log[-_]?on|sign[-_]?in|sign[-_]?on|sso)$/i.test(segmentsOf(url).at(-1) ?? "");
}

/** An address that takes part in signing in or out itself: a form of it, a callback, a second factor. */
export function isSignInStep(url: string): boolean {
  const [last = "", before = ""] = segmentsOf(url).toReversed();
  const isStep =
    /^(?:wp-)?(?:log|sign)[-_]?(?:in|on|out|off)(?:-\w+)?$|^(?:sso|callback|acs|authorize|authenticate|2fa|mfa|otp|consent|j_\w+check)$/i;
  return isStep.test(last) || /^(?:auth|oauth2?|oidc|saml2?|sso|callback)$/i.test(before);
}

function segmentsOf(url: string): string[] {
  const path = parseUrl(url)?.pathname ?? "";
  return path.split("/").flatMap((segment) => (segment === "" ? [] : [segment.replace(/\.\w{2,4}$/, "")]));
}

/** Whether a parameter of `url` names the page of `pageUrl`: by a known name, or by any name on a sign-in page. */
export function leadsBackTo(url: string, pageUrl: string): boolean {
  if (isSamePage(url, pageUrl)) return false;
  return returnUrls(url, pageUrl).some(
    (found) => isSamePage(found.url, pageUrl) && (found.isNamed || isSignInUrl(url)),
  );
}

/** The same path on the same site; the query may be another. */
export function isSamePage(urlA: string, urlB: string): boolean {
  const [a, b] = [parseUrl(urlA), parseUrl(urlB)];
  return a !== undefined && b !== undefined && isSameSite(urlA, urlB) && plain(a) === plain(b);
}

/** Paths are taken as paths of the site that they lead back to: the sign-in page may be on another. */
function returnUrls(url: string, baseUrl: string): { readonly url: string; readonly isNamed: boolean }[] {
  return parametersOf(url).flatMap(({ name, value }) => {
    const target = decodedPath(value);
    const absolute = target === undefined ? undefined : parseUrl(target, baseUrl);
    return absolute === undefined ? [] : [{ url: absolute.href, isNamed: isReturnName(name) }];
  });
}

/** Those of the query, and of a single-page app's route (`#/login?next=/cart`). */
function parametersOf(url: string) {
  const fragment = parseUrl(url)?.hash ?? "";
  const routed = fragment.includes("?") ? queryParameters(`http://route/${fragment.slice(fragment.indexOf("?"))}`) : [];
  return [...queryParameters(url), ...routed];
}

/** A path or an absolute URL, encoded up to twice more than a query is. */
function decodedPath(value: string): string | undefined {
  let text = value;
  for (let times = 0; times < 3; times += 1) {
    if (/^(?:\/(?!\/)|https?:\/\/)/i.test(text)) return text;
    text = decodedOnce(text);
  }
  return undefined;
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isReturnName(name: string): boolean {
  return returnNames.has(name.toLowerCase().replaceAll(/[^a-z]/g, ""));
}

/** `AccountLogin` has the words `Account` and `Login`. */
function spelledOut(text: string): string {
  return text.replaceAll(/([a-z])([A-Z])/g, "$1-$2");
}

function plain({ pathname }: URL): string {
  return pathname.toLowerCase().replace(/\/$/, "");
}
