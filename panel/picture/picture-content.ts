/** The content of the picture, without layout: a box for each URL, an arrow for each redirect. */
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

export interface BoxContent {
  /** Of the hop; undefined for a URL that was never requested. */
  readonly number?: number;
  readonly method: string;
  readonly origin: string;
  /** Undefined if the URL is neither http nor https. */
  readonly isSecure?: boolean;
  /** In the first box, and wherever the origin changes. */
  readonly showsOrigin: boolean;
  readonly rest: string;
  /** Of the last hop. */
  readonly status?: string;
  readonly isBad: boolean;
}

export interface ArrowContent {
  readonly meaning: HopSeoMeaning | undefined;
  readonly isFollowed: boolean;
  /** The status comes first. */
  readonly labels: readonly { readonly content: string; readonly tone: Tone }[];
}

export interface PictureContent {
  readonly boxes: readonly BoxContent[];
  /** One between each two boxes. */
  readonly arrows: readonly ArrowContent[];
}

const tones = { permanent: "good", temporary: "mild", none: "quiet" } as const;
const seoTexts = { permanent: "seoPermanent", temporary: "seoTemporary", none: "seoNone" } as const;

/** `mask` masks the secrets of a URL. */
export function pictureContent(chain: Chain, mask: (url: string) => string): PictureContent {
  const parts = (url: string) => partsOf(visibleText(mask(cutForDisplay(url))));
  const boxes = chain.hops.map((hop, index) =>
    boxOf(parts(hop.url), parts(chain.hops[index - 1]?.url ?? ""), { hop, index }),
  );
  const arrows = chain.hops.slice(0, -1).map((hop, index) => arrowOf(hop, chain.hops[index + 1]));
  const last = chain.hops.at(-1);
  if (last?.state !== "redirected") return { boxes, arrows };
  // The target that the browser did not request, or not yet.
  return {
    boxes: [...boxes, boxOf(parts(last.redirectUrl), parts(last.url))],
    arrows: [...arrows, arrowOf(last, undefined)],
  };
}

function boxOf({ origin, rest }: UrlParts, before: UrlParts, at?: { hop: Hop; index: number }): BoxContent {
  const common = { origin, rest, showsOrigin: origin !== "" && before.origin !== origin };
  const secure = /^https?:/i.test(origin) ? { isSecure: /^https:/i.test(origin) } : {};
  if (at === undefined) return { ...common, ...secure, method: "", isBad: false };
  const { hop, index } = at;
  const box = { ...common, ...secure, number: index + 1, method: visibleText(hop.method) };
  if (hop.state === "redirected") return { ...box, isBad: false };
  const isBad = hop.state === "failed" || (answerOf(hop)?.status ?? 0) >= 400;
  return { ...box, status: hopStatus(hop), isBad };
}

function arrowOf(hop: Hop, next: Hop | undefined): ArrowContent {
  const meaning = hopSeoMeaning(hop);
  const status = [hopStatus(hop), ...(meaning === undefined ? [] : [text(seoTexts[meaning])])].join(" ");
  const labels: { content: string; tone: Tone }[] = [
    { content: status, tone: meaning === undefined ? "quiet" : tones[meaning] },
  ];
  if (next === undefined) {
    const isStopped = hop.state === "redirected" && hop.stoppedBy !== undefined;
    const isUnderWay = hop.state === "redirected" && isReportedUrl(hop.redirectUrl);
    if (isStopped) labels.push({ content: text("pictureNotFollowed"), tone: "bad" });
    else if (isUnderWay) labels.push({ content: text("statusPending"), tone: "quiet" });
    return { meaning, isFollowed: !isStopped, labels };
  }
  if (isMethodChanged(hop, next)) {
    labels.push({ content: `${visibleText(hop.method)} → ${visibleText(next.method)}`, tone: "bad" });
  }
  const body = followedBody(hop, next);
  if (body === "not-sent") labels.push({ content: text("bodyNotSent"), tone: "bad" });
  if (body === "lost") labels.push({ content: text("pictureBodyLost"), tone: "bad" });
  if (body === "kept") labels.push({ content: text("pictureBodyKept"), tone: "good" });
  const [from = "", to = ""] = [hop, next].map(({ url }) => partsOf(cutForDisplay(url)).origin);
  const [fromScheme = "", toScheme = ""] = [from, to].map((origin) => origin.slice(0, origin.indexOf(":")));
  if (fromScheme !== toScheme) {
    labels.push({ content: `${fromScheme} → ${toScheme}`, tone: fromScheme === "https" ? "bad" : "good" });
  }
  if (from.slice(fromScheme.length) !== to.slice(toScheme.length)) {
    labels.push({ content: text("pictureOtherOrigin"), tone: "mild" });
  }
  return { meaning, isFollowed: true, labels };
}

interface UrlParts {
  readonly origin: string;
  readonly rest: string;
}

/** `https://shop.test` and `/path?query`. Other URLs have no origin. */
function partsOf(shown: string): UrlParts {
  const [, origin = "", rest = shown] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)(.*)$/is.exec(shown) ?? [];
  return { origin, rest };
}

/** A text version: one line per box, with the labels of the arrow after it. */
export function pictureLines({ boxes, arrows }: PictureContent): string[] {
  return boxes.map(({ number, method, origin, rest, status }, index) => {
    const heading = number === undefined ? `${origin}${rest}` : text("hopHeading", number, method, `${origin}${rest}`);
    const label = [
      ...(status === undefined ? [] : [status]),
      ...(arrows[index]?.labels ?? []).map(({ content }) => content),
    ];
    return label.length === 0 ? heading : `${heading}: ${label.join(" · ")}`;
  });
}
