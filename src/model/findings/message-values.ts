/** Formats values for the texts of findings: short, and safe to show and copy. */
import { cutForDisplay, isSecretName, maskSecrets } from "../url/masking.ts";

export function shownUrl(url: string): string {
  return maskSecrets(cutForDisplay(url));
}

/** All names of a short list, or the first names of a long one. */
export function joinNames(names: readonly string[]): string {
  const max = 6;
  return names.length > max ? `${names.slice(0, max).join(", ")}, …` : names.join(", ");
}

/** Sorts names that indicate secrets first, so that a truncated list keeps them. */
export function secretsFirst(names: readonly string[]): string[] {
  return [...names.filter(isSecretName), ...names.filter((name) => !isSecretName(name))];
}
