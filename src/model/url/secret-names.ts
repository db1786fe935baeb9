/** Names (of query parameters, form fields, headers) that say that their value is a secret. */

/** The last word of a name decides: `access_token` is a secret, `token_type` is not. */
const secretWords = wordSet(`
  token accesstoken idtoken authtoken tkn key apikey secret password passwd pwd pw pass passwort passphrase passcode
  credential credentials cred creds auth authorization verifier assertion code oobcode state nonce ticket jwt
  session sessionid sess sid rapt csrf xsrf signature sig sdata hmac mac otp totp hotp pin tan cvv cvc
  samlrequest samlresponse samlart wresult hdnts hdnea hdntl
`);

/** Words that are written together with another: `PHPSESSID`, `csrfmiddlewaretoken`, `authkey`. */
const secretEnding =
  /(?:token|sessid|sessionid|password|passwd|secret|apikey|nonce|signature|(?:access|app|auth|enc|license|private|resource|secret|session|share|stream)key|rlkey)$/;

const secretPairs = new Set([
  "access id",
  "cf tk",
  "chl tk",
  "key id",
  // `SAMLart`
  "sam lart",
  "saml request",
  "saml response",
  "session id",
  "token hash",
  "token hint",
]);

/** What is typed twice: `password1` and `password2`, `password_confirmation`. */
const repetitions = wordSet("confirmation confirm repeat again");

/** `zip_code`, `sort_key`, `order_state`: everyday words that only mean a secret without these before them. */
const harmlessBefore: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "code",
    wordSet(`
    airport area bar branch city color colour country county coupon currency discount error exit fare http iata iso item
    lang language locale postal post product promo qr reason region response result return short sku source state status
    store tax zip
  `),
  ],
  // The headers Access-Control-Allow-Credentials and the like.
  ["credentials", wordSet("allow include omit with")],
  ["key", wordSet("cache foreign group order partition primary sort")],
  ["state", wordSet("billing country delivery home order shipping")],
]);

/** Longer names say no more: the end decides. */
const longestName = 200;

/** A name that promises a secret: `apiKey`, `user[password]`, `X-Amz-Signature`. */
export function isSecretName(name: string): boolean {
  if (/^[a-z]{0,3}$/.test(name)) return secretWords.has(name);
  const words = wordsOfName(name);
  if (repetitions.has(words.at(-1) ?? "")) words.pop();
  const last = (words.at(-1) ?? "").replace(/\d{1,9}$/, "");
  const before = words.at(-2) ?? "";
  if (harmlessBefore.get(last)?.has(before) === true) return false;
  return secretWords.has(last) || secretEnding.test(last) || secretPairs.has(`${before} ${last}`);
}

/** In lower case. A mask counts as a word, so that masking twice is masking once. */
export function wordsOfName(name: string): string[] {
  return name
    .slice(-longestName)
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d*]/)
    .filter((word) => word !== "");
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
