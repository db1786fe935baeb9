/** Hides the secrets that a URL can carry, wherever one is shown or exported. */
export const mask = "***";

const secretNames =
  /^(?:.*[-_.])?(?:token|key|api_?key|password|passwd|pwd|pass|secret|code|state|session|sessionid|sid|auth|signature|sig|otp|pin|nonce|ticket|saml(?:request|response)|jwt|assertion)$/i;

/** A name, of a query parameter or a form field, that promises a secret. */
export function isSecretName(name: string): boolean {
  return secretNames.test(name.replace(/([a-z])([A-Z])/g, "$1_$2"));
}

/** `https://user:password@host/` → `https://***@host/` */
export function maskCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:)?\/\/[^/?#\\]*@/i, `$1//${mask}@`);
}

/** Credentials, and the values of query and fragment parameters with secret names. */
export function maskSecrets(url: string): string {
  return maskParameters(maskCredentials(url));
}

/** The same for every URL within a text, such as a header's value. */
export function maskSecretsInText(text: string): string {
  return maskParameters(text.replace(/[a-z][a-z\d+.-]*:\/\/\S+/gi, maskCredentials));
}

function maskParameters(text: string): string {
  return text.replace(/([?&#])([^=&#?\s]*)=([^&#\s]*)/g, (whole, mark: string, name: string) =>
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
