/** A URL as text: faint origin, credentials masked, isolated from the text direction around it. */
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

/** Host and path, for headings. The scheme is shown only if the chain changes it. */
export function ShortUrl({ url, withScheme }: { readonly url: string; readonly withScheme: boolean }) {
  const whole = visibleUrl(url);
  const shown = withScheme ? whole : whole.replace(/^[a-z][a-z\d+.-]*:\/\//i, "");
  return (
    <bdi dir="ltr" title={whole}>
      {cutInMiddle(shown, 120)}
    </bdi>
  );
}
