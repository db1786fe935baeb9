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

/** `https://user:password@host/` → `https://***@host/`, with as many slashes, of whichever kind, as browsers put up with. */
export function maskCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:[/\\]+|[/\\]{2,})[^/?#\\]*@/i, `$1${mask}@`);
}

/** Credentials, and the values of query and fragment parameters with secret names. */
export function maskSecrets(url: string): string {
  return maskParameters(maskInnerCredentials(maskCredentials(url)));
}

/** Those of a URL within a URL or a text, encoded (once or more often) or not. */
function maskInnerCredentials(text: string): string {
  return text
    .replace(/(:\/\/)[^/?#\\&]*@/g, `$1${mask}@`)
    .replace(/(%((?:25)*)3a%\2(?:2f)%\2(?:2f))(?:[^/?#&%]|%(?!\2(?:2f|3f|23|26|40)))*(?=%\2(?:40))/gi, `$1${mask}`);
}

/** The same for every URL within a text, such as a header's value. */
export function maskSecretsInText(text: string): string {
  return text.replace(/[^\s<>"]+/g, maskSecrets);
}

/**
 * A value that is empty hides nothing, and that it is empty is worth seeing. Also path parameters, as Java servers add
 * them, and those of a URL that is itself a parameter's value, encoded once or more often.
 */
function maskParameters(url: string): string {
  const masked = (whole: string, before: string, name: string, equals: string) =>
    isSecretName(decoded(name)) ? `${before}${name}${equals}${mask}` : whole;
  return url
    .replace(/([?&#])([^=&#?]*)(=)[^&#]+/g, masked)
    .replace(/(;)([^=;?#/]*)(=)[^;?#/]+/g, masked)
    .replace(
      /(%((?:25)*)(?:3f|26|23))([^%=&#]*)(%\2(?:3d))(?:[^&#%]|%(?!\2(?:26|23)))+/gi,
      (whole: string, before: string, _: string, name: string, equals: string) => masked(whole, before, name, equals),
    );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
