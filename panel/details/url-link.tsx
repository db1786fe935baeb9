/** A URL in the details: a click opens it; the button copies the full URL, even if the text is shortened. */
import { CopyButton } from "../ui/copy-button.tsx";
import { openableUrl } from "../ui/open-url.ts";
import { text } from "../ui/texts.ts";
import { cutInMiddle, visibleUrl } from "../ui/visible-text.ts";

export function UrlLink({ url }: { readonly url: string }) {
  const href = openableUrl(url);
  const shown = <bdi dir="ltr">{cutInMiddle(visibleUrl(url), 200)}</bdi>;
  return (
    <>
      {href === undefined ? (
        shown
      ) : (
        <a class="url-link" href={href} target="_blank" rel="noreferrer" title={text("openUrl")}>
          {shown}
        </a>
      )}
      <CopyButton content={url} label={text("copyUrl")} />
    </>
  );
}
