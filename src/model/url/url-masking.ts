/** What an export hides: credentials always, secrets in URLs unless the person asks for them in this one export. */
import { isCredentialHeader, mask } from "./credential-headers.ts";
import { isSecretName, maskSecrets, maskSecretsInText } from "./masking.ts";
import type { Finding } from "../findings/finding.ts";
import type { Chain, Header } from "../chain/redirect-chain.ts";

export interface ExportOptions {
  /** Shows `user:password@` and the values of secret parameters. Credential headers stay hidden. */
  readonly unmaskUrls?: boolean;
  /** For whoever has found the findings already: they are most of the work of an export. */
  readonly findingsOf?: (chain: Chain) => readonly Finding[];
}

export interface UrlMasking {
  url(url: string): string;
  header(header: Header): Header;
}

export function urlMasking({ unmaskUrls = false }: ExportOptions = {}): UrlMasking {
  // A long log has few names in a hundred thousand headers, and each URL stands in it several times.
  const maskedUrl = remembering(maskSecrets);
  const maskedText = remembering(maskSecretsInText);
  const isHidden = remembering((name) => isCredentialHeader(name) || isSecretName(name));
  // URLs in headers (Referer, Refresh) carry the same secrets as the URLs themselves. A Location is one URL, whatever stands in it.
  const maskedValue = (name: string, value: string) =>
    name.toLowerCase() === "location" ? maskedUrl(value) : maskedText(value);
  return {
    url: unmaskUrls ? (url) => url : maskedUrl,
    header: ({ name, value }) => ({
      name,
      value: isHidden(name) ? mask : unmaskUrls ? value : maskedValue(name, value),
    }),
  };
}

function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? answer(text);
    known.set(text, value);
    return value;
  };
}
