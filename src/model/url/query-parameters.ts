/** The query parameters of a URL. (URLSearchParams isn't available in the model.) */
import { parseUrl } from "./location-url.ts";

export interface QueryParameter {
  readonly name: string;
  readonly value: string;
}

export function queryParameters(url: string): QueryParameter[] {
  const query = url.includes("?") ? (parseUrl(url)?.search.slice(1) ?? "") : "";
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      return at === -1
        ? { name: decoded(pair), value: "" }
        : { name: decoded(pair.slice(0, at)), value: decoded(pair.slice(at + 1)) };
    });
}

function decoded(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
