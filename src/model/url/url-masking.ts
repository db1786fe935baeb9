/** What an export masks: credentials always, secrets in URLs unless the user opts in to showing them in this export. */
import { isCredentialHeader, mask } from "./credential-headers.ts";
import { isSecretName, maskSecrets, maskSecretsInText } from "./masking.ts";
import type { Finding } from "../findings/finding.ts";
import type { Chain, Header } from "../chain/redirect-chain.ts";

export interface ExportOptions {
  /** Shows `user:password@` and the values of secret parameters. Credential headers stay masked. */
  readonly unmaskUrls?: boolean;
  /** Returns findings that are already computed: computing them is most of the work of an export. */
  readonly findingsOf?: (chain: Chain) => readonly Finding[];
}

export interface UrlMasking {
  url(url: string): string;
  header(header: Header): Header;
}

export function urlMasking({ unmaskUrls = false }: ExportOptions = {}): UrlMasking {
  // A long log repeats a few header names a hundred thousand times, and each URL several times.
  const maskedUrl = memoize(maskSecrets);
  const maskedText = memoize(maskSecretsInText);
  const isHidden = memoize((name) => isCredentialHeader(name) || isSecretName(name));
  // URLs in headers (Referer, Refresh) carry the same secrets as the URLs themselves. A Location is a single URL, even
  // with spaces in it.
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

function memoize<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? answer(text);
    known.set(text, value);
    return value;
  };
}
