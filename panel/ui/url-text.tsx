/** A URL as text: the origin faint, credentials hidden, isolated from the direction of its surroundings. */
import { cutInMiddle, visibleUrl } from "./visible-text.ts";

const maxInRow = 300;

export function UrlText({ url }: { readonly url: string }) {
  const shown = visibleUrl(url);
  const [, origin = "", rest = shown] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)(.*)$/is.exec(shown) ?? [];
  return (
    <bdi class="url" dir="ltr" title={shown}>
      <span class="url-origin">{cutInMiddle(origin, maxInRow)}</span>
      {cutInMiddle(rest, maxInRow)}
    </bdi>
  );
}

/** Host and path: enough to name a page in a heading. The scheme is shown when it is what changes. */
export function ShortUrl({ url, withScheme }: { readonly url: string; readonly withScheme: boolean }) {
  const whole = visibleUrl(url);
  const shown = withScheme ? whole : whole.replace(/^[a-z][a-z\d+.-]*:\/\//i, "");
  return (
    <bdi dir="ltr" title={whole}>
      {cutInMiddle(shown, 120)}
    </bdi>
  );
}
