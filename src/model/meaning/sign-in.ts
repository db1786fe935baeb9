/**
 * Recognizes sign-in redirects: the request of a user who isn't signed in is redirected to a sign-in page, with a
 * parameter for the URL to return to. Submitted form data is lost, although the redirect looks like Post/Redirect/Get.
 */
import { parseUrl } from "../url/location-url.ts";
import { queryParameters } from "../url/query-parameters.ts";
import { isSameSite } from "../url/compare-urls.ts";

/**
 * Frameworks' and proxies' names for the return parameter, in lower case, without `-`, `_` and `.`. On sign-in pages,
 * any name counts.
 */
const returnNames: ReadonlySet<string> = new Set(
  "next nexturl nextpage returnto returnurl returnuri returnpath returl redirect redirectto redirecturl redirecturi redirectpath redir redirecturlaftersignin rd rurl continue continueurl desturl targeturl targetpath goto gotourl forwardurl service backurl backto backpath originalurl originaluri requesturi requestedurl callbackurl camefrom successurl afterlogin afterloginurl afterauth postlogin loginredirect relaystate".split(
    " ",
  ),
);

const signInWords =
  /(?:^|[^a-z])(?:log-?_?in|log-?_?on|sign-?_?in|sign-?_?on|sso|auth|authn|authenticate|authentication|authorize|oauth2?|oidc|openid|saml2?|idp|cas|accounts?|sessions?|identity|mfa|2fa|security_check)(?:[^a-z]|$)/i;

/** Whether the host, path or query contains a word that's typical of sign-in pages. */
export function isSignInUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed === undefined) return false;
  const named = queryParameters(url).filter(({ name }) => !isReturnName(name));
  const words = [parsed.hostname, parsed.pathname, ...named.map(({ name, value }) => `${name}=${value}`)];
  return words.some((text) => signInWords.test(splitCamelCase(text)));
}

/** Whether the path ends like a sign-in page's: `/users/sign_in`, `/wp-login.php`. */
export function isSignInPage(url: string): boolean {
  return /^(?:wp-)?(?:log[-_]?in|log[-_]?on|sign[-_]?in|sign[-_]?on|sso)$/i.test(segmentsOf(url).at(-1) ?? "");
}

/** Whether the URL is itself a step of signing in or out: a form, a callback, a second factor. */
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

/**
 * Whether a parameter of `url` refers to the page of `pageUrl`: under a known name, or under any name on a sign-in
 * page.
 */
export function leadsBackTo(url: string, pageUrl: string): boolean {
  if (isSamePage(url, pageUrl)) return false;
  return returnUrls(url, pageUrl).some(
    (found) => isSamePage(found.url, pageUrl) && (found.isNamed || isSignInUrl(url)),
  );
}

/** The same path on the same site, with any query. */
export function isSamePage(urlA: string, urlB: string): boolean {
  const [a, b] = [parseUrl(urlA), parseUrl(urlB)];
  return a !== undefined && b !== undefined && isSameSite(urlA, urlB) && normalizedPath(a) === normalizedPath(b);
}

/** Paths are resolved against the site to return to; the sign-in page can be on another site. */
function returnUrls(url: string, baseUrl: string): { readonly url: string; readonly isNamed: boolean }[] {
  return parametersOf(url).flatMap(({ name, value }) => {
    const target = decodedPath(value);
    const absolute = target === undefined ? undefined : parseUrl(target, baseUrl);
    return absolute === undefined ? [] : [{ url: absolute.href, isNamed: isReturnName(name) }];
  });
}

/** Parameters of the query, and of a single-page app's route (`#/login?next=/cart`). */
function parametersOf(url: string) {
  const fragment = parseUrl(url)?.hash ?? "";
  const routed = fragment.includes("?") ? queryParameters(`http://route/${fragment.slice(fragment.indexOf("?"))}`) : [];
  return [...queryParameters(url), ...routed];
}

/** A path or an absolute URL, percent-encoded up to two more times. */
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

/** Separates the words of `AccountLogin`. */
function splitCamelCase(text: string): string {
  return text.replaceAll(/([a-z])([A-Z])/g, "$1-$2");
}

function normalizedPath({ pathname }: URL): string {
  return pathname.toLowerCase().replace(/\/$/, "");
}
