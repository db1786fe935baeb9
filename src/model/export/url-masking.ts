/** What an export hides: credentials always, secrets in URLs unless the person asks for them in this one export. */
import { isCredentialHeader, isSecretName, mask, maskSecrets, maskSecretsInText } from "../masking.ts";
import type { Header } from "../redirect-chain.ts";

export interface ExportOptions {
  /** Shows `user:password@` and the values of secret parameters. Credential headers stay hidden. */
  readonly unmaskUrls?: boolean;
}

export interface UrlMasking {
  url(url: string): string;
  header(header: Header): Header;
}

export function urlMasking({ unmaskUrls = false }: ExportOptions = {}): UrlMasking {
  return {
    url: unmaskUrls ? (url) => url : maskSecrets,
    header: ({ name, value }) => ({ name, value: headerValue(name, value, unmaskUrls) }),
  };
}

/** URLs in headers (Location, Referer, Refresh) carry the same secrets as the URLs themselves. */
function headerValue(name: string, value: string, unmaskUrls: boolean): string {
  if (isCredentialHeader(name) || isSecretName(name)) return mask;
  if (unmaskUrls) return value;
  // A Location is one URL, whatever stands in it.
  return name.toLowerCase() === "location" ? maskSecrets(maskSecretsInText(value)) : maskSecretsInText(value);
}
