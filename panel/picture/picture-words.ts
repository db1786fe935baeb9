/** What the picture of a chain says, before it has any size: a box for each URL, an arrow for each redirect. */
import { followedBody } from "../../src/model/chain/followed-body.ts";
import { isMethodChanged } from "../../src/model/chain/followed-method.ts";
import { isReportedUrl } from "../../src/model/url/location-url.ts";
import { answerOf, type Chain, type Hop } from "../../src/model/chain/redirect-chain.ts";
import { cutForDisplay } from "../../src/model/url/masking.ts";
import { hopSeoMeaning, type HopSeoMeaning } from "../../src/model/meaning/seo-meaning.ts";
import { hopStatus } from "../list/hop-status.ts";
import { text } from "../ui/texts.ts";
import { visibleText } from "../ui/visible-text.ts";

export type Tone = "good" | "mild" | "bad" | "quiet";

export interface BoxWords {
  /** Of the hop; undefined for a URL that was never asked for. */
  readonly number?: number;
  readonly method: string;
  readonly origin: string;
  /** Undefined when the URL is neither http nor https. */
  readonly isSecure?: boolean;
  /** The first box, and wherever the origin is another than before. */
  readonly showsOrigin: boolean;
  readonly rest: string;
  /** Of the last hop. */
  readonly status?: string;
  readonly isBad: boolean;
}

export interface ArrowWords {
  readonly meaning: HopSeoMeaning | undefined;
  readonly isFollowed: boolean;
  /** The first one is the status. */
  readonly labels: readonly { readonly words: string; readonly tone: Tone }[];
}

export interface PictureWords {
  readonly boxes: readonly BoxWords[];
  /** Between each box and the next. */
  readonly arrows: readonly ArrowWords[];
}

const tones = { permanent: "good", temporary: "mild", none: "quiet" } as const;
const seoTexts = { permanent: "seoPermanent", temporary: "seoTemporary", none: "seoNone" } as const;

/** `mask` hides the secrets of a URL. */
export function pictureWords(chain: Chain, mask: (url: string) => string): PictureWords {
  const parts = (url: string) => partsOf(visibleText(mask(cutForDisplay(url))));
  const boxes = chain.hops.map((hop, index) =>
    boxOf(parts(hop.url), parts(chain.hops[index - 1]?.url ?? ""), { hop, index }),
  );
  const arrows = chain.hops.slice(0, -1).map((hop, index) => arrowOf(hop, chain.hops[index + 1]));
  const last = chain.hops.at(-1);
  if (last?.state !== "redirected") return { boxes, arrows };
  // Where the browser did not go, or has not gone yet.
  return {
    boxes: [...boxes, boxOf(parts(last.redirectUrl), parts(last.url))],
    arrows: [...arrows, arrowOf(last, undefined)],
  };
}

function boxOf({ origin, rest }: UrlParts, before: UrlParts, at?: { hop: Hop; index: number }): BoxWords {
  const common = { origin, rest, showsOrigin: origin !== "" && before.origin !== origin };
  const secure = /^https?:/i.test(origin) ? { isSecure: /^https:/i.test(origin) } : {};
  if (at === undefined) return { ...common, ...secure, method: "", isBad: false };
  const { hop, index } = at;
  const box = { ...common, ...secure, number: index + 1, method: visibleText(hop.method) };
  if (hop.state === "redirected") return { ...box, isBad: false };
  const isBad = hop.state === "failed" || (answerOf(hop)?.status ?? 0) >= 400;
  return { ...box, status: hopStatus(hop), isBad };
}

function arrowOf(hop: Hop, next: Hop | undefined): ArrowWords {
  const meaning = hopSeoMeaning(hop);
  const status = [hopStatus(hop), ...(meaning === undefined ? [] : [text(seoTexts[meaning])])].join(" ");
  const labels: { words: string; tone: Tone }[] = [
    { words: status, tone: meaning === undefined ? "quiet" : tones[meaning] },
  ];
  if (next === undefined) {
    const isStopped = hop.state === "redirected" && hop.stoppedBy !== undefined;
    const isUnderWay = hop.state === "redirected" && isReportedUrl(hop.redirectUrl);
    if (isStopped) labels.push({ words: text("pictureNotFollowed"), tone: "bad" });
    else if (isUnderWay) labels.push({ words: text("statusPending"), tone: "quiet" });
    return { meaning, isFollowed: !isStopped, labels };
  }
  if (isMethodChanged(hop, next)) {
    labels.push({ words: `${visibleText(hop.method)} → ${visibleText(next.method)}`, tone: "bad" });
  }
  const body = followedBody(hop, next);
  if (body === "not-sent") labels.push({ words: text("bodyNotSent"), tone: "bad" });
  if (body === "lost") labels.push({ words: text("pictureBodyLost"), tone: "bad" });
  if (body === "kept") labels.push({ words: text("pictureBodyKept"), tone: "good" });
  const [from = "", to = ""] = [hop, next].map(({ url }) => partsOf(cutForDisplay(url)).origin);
  const [fromScheme = "", toScheme = ""] = [from, to].map((origin) => origin.slice(0, origin.indexOf(":")));
  if (fromScheme !== toScheme) {
    labels.push({ words: `${fromScheme} → ${toScheme}`, tone: fromScheme === "https" ? "bad" : "good" });
  }
  if (from.slice(fromScheme.length) !== to.slice(toScheme.length)) {
    labels.push({ words: text("pictureOtherOrigin"), tone: "mild" });
  }
  return { meaning, isFollowed: true, labels };
}

interface UrlParts {
  readonly origin: string;
  readonly rest: string;
}

/** `https://shop.test` and `/path?query`; of other URLs, all is the rest. */
function partsOf(shown: string): UrlParts {
  const [, origin = "", rest = shown] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)(.*)$/is.exec(shown) ?? [];
  return { origin, rest };
}

/** The same in words: a line for each box, with what the arrow after it says. */
export function pictureLines({ boxes, arrows }: PictureWords): string[] {
  return boxes.map(({ number, method, origin, rest, status }, index) => {
    const heading = number === undefined ? `${origin}${rest}` : text("hopHeading", number, method, `${origin}${rest}`);
    const said = [
      ...(status === undefined ? [] : [status]),
      ...(arrows[index]?.labels ?? []).map(({ words }) => words),
    ];
    return said.length === 0 ? heading : `${heading}: ${said.join(" · ")}`;
  });
}
