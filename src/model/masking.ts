/** Hides the secrets that a URL can carry, wherever one is shown or exported. */

export const mask = "***";

/** The last word of a name decides: `access_token` is a secret, `token_type` is not. */
const secretWords = new Set(
  (
    "token accesstoken idtoken key apikey password passwd pwd pass secret code state session sessionid sid auth " +
    "authorization credential verifier passwort signature sig otp pin nonce ticket jwt assertion samlrequest samlresponse"
  ).split(" "),
);
/** Words that are written together with another: `PHPSESSID`, `csrfmiddlewaretoken`. */
const secretEndings = /(?:token|sessid|sessionid|password|secret|apikey)$/;
const secretPairs = new Set(["session id", "key id", "saml request", "saml response"]);
/** What is typed twice: `password1` and `password2`, `password_confirmation`. */
const repetitions = new Set(["confirmation", "confirm", "repeat", "again"]);

/** A name, of a query parameter or a form field, that promises a secret: `apiKey`, `user[password]`, `X-Amz-Signature`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  if (repetitions.has(words.at(-1) ?? "")) words.pop();
  const last = (words.at(-1) ?? "").replace(/\d+$/, "");
  return secretWords.has(last) || secretEndings.test(last) || secretPairs.has(words.slice(-2).join(" "));
}

/** Headers whose whole value is a credential: never kept, shown or exported. */
const credentialHeaders = new Set(["authorization", "cookie", "proxy-authorization", "set-cookie"]);

export function isCredentialHeader(name: string): boolean {
  return credentialHeaders.has(name.toLowerCase());
}

/**
 * `https://user:password@host/` → `https://***@host/`, with as many slashes, of whichever kind, as browsers put up with; and
 * those of a URL within the URL, encoded (once or more often) or not.
 */
export function maskCredentials(url: string): string {
  return url
    .replace(/^([a-z][a-z\d+.-]*:[/\\]+|[/\\]{2,})[^/?#\\]*@/i, `$1${mask}@`)
    .replace(/([:=]\/\/)[^/?#\\&]*@/g, `$1${mask}@`)
    .replace(
      /((?:=|%((?:25)*)3[ad])%\2(?:2f)%\2(?:2f))(?:[^/?#&%]|%(?!\2(?:2f|3f|23|26|40)))*(?=%\2(?:40))/gi,
      `$1${mask}`,
    );
}

/** Credentials, and the values of query and fragment parameters with secret names. */
export function maskSecrets(url: string): string {
  return maskParameters(maskCredentials(url));
}

/** Of every URL within a text, such as a header's value. */
export function maskCredentialsInText(text: string): string {
  return text.replace(wordsOfText, maskCredentials);
}

export function maskSecretsInText(text: string): string {
  return text.replace(wordsOfText, maskSecrets);
}

const wordsOfText = /[^\s<>"]+/g;

/**
 * Parameters of paths, as Java servers add them; of queries and fragments; and those of a URL that is itself a parameter's
 * value, encoded once or more often.
 */
function maskParameters(url: string): string {
  const at = url.search(/[?&#]/);
  const pathEnd = at === -1 ? url.length : at;
  const masked = (whole: string, name: string, kept: string) => (isSecretName(decoded(name)) ? kept + mask : whole);
  return [
    url
      .slice(0, pathEnd)
      .replace(/(;([^=;/]*)=)[^;/]+/g, (whole: string, kept: string, name: string) => masked(whole, name, kept)),
    url
      .slice(pathEnd)
      .replace(/[^&#]+/g, maskPair)
      .replace(
        /(%((?:25)*)(?:3f|26|23)((?:[^%=&#]|%(?!\2(?:3d|3f|26|23)))*)(?:%\2(?:3d)|=))(?:[^&#%]|%(?!\2(?:26|23)))+/gi,
        (whole: string, kept: string, _: string, name: string) => masked(whole, name, kept),
      ),
  ].join("");
}

/**
 * What stands between two `&`. The first secret name in it hides all that follows: within a value `?` and `;` may begin
 * parameters of their own (of a URL that was not encoded), or be a part of the secret. An empty value hides nothing, and that
 * it is empty is worth seeing.
 */
function maskPair(pair: string): string {
  for (const { index, 0: start, 1: name = "" } of pair.matchAll(/(?<=^|[?;])([^=?;]*)=(?=.)/gs)) {
    if (isSecretName(decoded(name))) return pair.slice(0, index + start.length) + mask;
  }
  return pair;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
