/** Headers whose whole value is a credential: never kept, shown or exported. On its own, so that the background needs no more. */

/** The replacement for a secret. */
export const mask = "***";

const credentialHeaders = new Set(["authorization", "cookie", "proxy-authorization", "set-cookie"]);

export function isCredentialHeader(name: string): boolean {
  return credentialHeaders.has(name.toLowerCase());
}
