/** Hides the secrets that a URL can carry, wherever one is shown or exported. */

export const mask = "***";

/** The last word of a name decides: `access_token` is a secret, `token_type` is not. */
const secretWords = new Set(
  (
    "token accesstoken idtoken key apikey password passwd pwd pass secret code state session sessionid sid auth " +
    "authorization signature sig otp pin nonce ticket jwt assertion samlrequest samlresponse"
  ).split(" "),
);
const secretPairs = new Set(["session id", "saml request", "saml response"]);

/** A name, of a query parameter or a form field, that promises a secret: `apiKey`, `user[password]`, `X-Amz-Signature`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  return secretWords.has(words.at(-1) ?? "") || secretPairs.has(words.slice(-2).join(" "));
}

/** `https://user:password@host/` → `https://***@host/` */
export function maskCredentials(url: string): string {
  return url.replace(
    /^([a-z][a-z\d+.-]*:)?\/\/[^/?#\\]*@/i,
    (_, scheme: string | undefined) => `${scheme ?? ""}//${mask}@`,
  );
}

/** Credentials, and the values of query and fragment parameters with secret names. */
export function maskSecrets(url: string): string {
  return maskParameters(maskCredentials(url), /([?&#])([^=&#?]*)=([^&#]*)/g);
}

/** The same for every URL within a text, such as a header's value. */
export function maskSecretsInText(text: string): string {
  const masked = maskCredentials(text).replace(/[a-z][a-z\d+.-]*:\/\/[^\s<>"]+/gi, maskCredentials);
  return maskParameters(masked, /([?&#])([^=&#?\s<>"]*)=([^&#\s<>"]*)/g);
}

function maskParameters(text: string, parameter: RegExp): string {
  return text.replace(parameter, (whole, mark: string, name: string) =>
    isSecretName(decoded(name)) ? `${mark}${name}=${mask}` : whole,
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
