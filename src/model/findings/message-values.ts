/** What a finding puts into its text: safe to show and to copy, and short. */
import { cutLong, isSecretName, maskSecrets } from "../url/masking.ts";

export function shownUrl(url: string): string {
  return maskSecrets(cutLong(url));
}

/** All names of a short list, the first of a long one. */
export function listed(names: readonly string[]): string {
  const most = 6;
  return names.length > most ? `${names.slice(0, most).join(", ")}, …` : names.join(", ");
}

/** Names that promise a secret to the front: where the list is cut, they stay. */
export function secretsFirst(names: readonly string[]): string[] {
  return [...names.filter(isSecretName), ...names.filter((name) => !isSecretName(name))];
}
