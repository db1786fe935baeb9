/** What changed from one URL to the next: for marking it in the second one. */

export interface UrlPart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Scheme, host labels, port, path segments with their slashes, query parameters, fragment. */
const pieces = /^[a-z][a-z\d+.-]*(?=:\/\/)|:\/\/|[^./?#&:@[\]]+|[./?#&:@[\]]/giy;

/**
 * The parts of `url`, joined where neighbours are alike. Undefined `before`: nothing is marked. The longest common
 * sequence of pieces is unchanged; of scheme, host, path and query only like is compared with like.
 */
export function urlDifference(before: string | undefined, url: string): readonly UrlPart[] {
  if (before === undefined || before === url) return [{ text: url, isChanged: false }];
  const [old, now] = [sectionsOf(before), sectionsOf(url)];
  return merged(now.flatMap((section, index) => sectionDifference(piecesOf(old[index] ?? ""), piecesOf(section))));
}

/** Scheme, authority, path, query, fragment, each with what begins it. A text without a scheme is a path. */
function sectionsOf(url: string): string[] {
  const match = /^([a-z][a-z\d+.-]*)(:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url);
  const [, scheme = "", authority = "", path = "", query = "", fragment = ""] = match ?? ["", "", "", url];
  return [scheme, authority, path, query, fragment];
}

function piecesOf(section: string): string[] {
  return section.match(pieces) ?? (section === "" ? [] : [section]);
}

const maxPieces = 200;

function sectionDifference(old: readonly string[], now: readonly string[]): UrlPart[] {
  if (old.length > maxPieces || now.length > maxPieces) {
    const isSame = old.length === now.length && now.every((piece, index) => piece === old[index]);
    return [{ text: now.join(""), isChanged: !isSame }];
  }
  const kept = commonIndexes(old, now);
  return now.map((text, index) => ({ text, isChanged: !kept.has(index) }));
}

/** The indexes in `now` of a longest common subsequence. */
function commonIndexes(old: readonly string[], now: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row !== undefined) {
        row[j] = old[i] === now[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
      }
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) {
      kept.add(j);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

function merged(parts: readonly UrlPart[]): UrlPart[] {
  const joined: UrlPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.isChanged === part.isChanged) joined[joined.length - 1] = { ...part, text: last.text + part.text };
    else if (part.text !== "") joined.push(part);
  }
  return joined;
}
