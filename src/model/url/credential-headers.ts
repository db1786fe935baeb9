/**
 * Headers whose whole value is a credential: never stored, shown or exported. A separate file to keep the background
 * small.
 */

/** The replacement for a secret. */
export const mask = "***";

const credentialHeaders = new Set(["authorization", "cookie", "proxy-authorization", "set-cookie"]);

export function isCredentialHeader(name: string): boolean {
  return credentialHeaders.has(name.toLowerCase());
}
