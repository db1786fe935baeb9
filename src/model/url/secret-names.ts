/** Names of query parameters, form fields and headers whose values are secrets. */

/** The last word of a name decides: `access_token` is a secret, `token_type` is not. */
const secretWords = wordSet(`
  token accesstoken idtoken authtoken tkn key apikey secret password passwd pwd pw pass passwort passphrase passcode
  credential credentials cred creds auth authorization verifier assertion code oobcode state nonce ticket jwt
  session sessionid sess sid rapt csrf xsrf signature sig sdata hmac mac otp totp hotp pin tan cvv cvc
  samlrequest samlresponse samlart wresult hdnts hdnea hdntl
`);

/** Words that occur as the end of a longer word: `PHPSESSID`, `csrfmiddlewaretoken`, `authkey`. */
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

/** Suffixes of repeated fields, as in `password_confirmation`. */
const confirmationWords = wordSet("confirmation confirm repeat again");

/** `zip_code`, `sort_key`, `order_state`: common words that aren't secrets after one of these qualifiers. */
const harmlessQualifiers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
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

/** Only the end of a longer name is checked. */
const maxNameLength = 200;

/** Whether a name indicates a secret value: `apiKey`, `user[password]`, `X-Amz-Signature`. */
export function isSecretName(name: string): boolean {
  if (/^[a-z]{0,3}$/.test(name)) return secretWords.has(name);
  const words = wordsOfName(name);
  if (confirmationWords.has(words.at(-1) ?? "")) words.pop();
  const last = (words.at(-1) ?? "").replace(/\d{1,9}$/, "");
  const before = words.at(-2) ?? "";
  if (harmlessQualifiers.get(last)?.has(before) === true) return false;
  return secretWords.has(last) || secretEnding.test(last) || secretPairs.has(`${before} ${last}`);
}

/** The words of an identifier, in lower case. A mask counts as a word, which makes masking idempotent. */
export function wordsOfName(name: string): string[] {
  return name
    .slice(-maxNameLength)
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d*]/)
    .filter((word) => word !== "");
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
