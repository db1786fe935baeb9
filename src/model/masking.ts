/** Hides the secrets that a URL can carry, wherever one is shown or exported. */

export const mask = "***";

/** The last word of a name decides: `access_token` is a secret, `token_type` is not. */
const secretWords = new Set(
  (
    "token accesstoken idtoken key apikey password passwd pwd pass secret code state session sessionid sid auth " +
    "authorization signature sig otp pin nonce ticket jwt assertion samlrequest samlresponse"
  ).split(" "),
);
/** Words that are written together with another: `PHPSESSID`, `csrfmiddlewaretoken`. */
const secretEndings = /(?:token|sessid|sessionid|password|secret|apikey)$/;
const secretPairs = new Set(["session id", "saml request", "saml response"]);

/** A name, of a query parameter or a form field, that promises a secret: `apiKey`, `user[password]`, `X-Amz-Signature`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  const last = words.at(-1) ?? "";
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
  return maskParameters(maskCredentials(url));
}

/** The same for every URL within a text, such as a header's value. */
export function maskSecretsInText(text: string): string {
  return text.replace(/[^\s<>"]+/g, (word) =>
    maskParameters(maskCredentials(word).replace(/[a-z][a-z\d+.-]*:\/\/.+/gi, maskCredentials)),
  );
}

/** A value that is empty hides nothing, and that it is empty is worth seeing. Also path parameters, as Java servers add them, and those of a URL that is itself a parameter's (encoded) value. */
function maskParameters(url: string): string {
  const masked = (whole: string, before: string, name: string, equals: string) =>
    isSecretName(decoded(name)) ? `${before}${name}${equals}${mask}` : whole;
  return url
    .replace(/([?&#])([^=&#?]*)(=)[^&#]+/g, masked)
    .replace(/(;)([^=;?#/]*)(=)[^;?#/]+/g, masked)
    .replace(/(%3f|%26)([^%=&#]*)(%3d)[^&#%]+/gi, masked);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
