/** A hop's URL with what changed against the hop before: changed parts marked, unchanged parts faint. */
import { urlDifference } from "../../src/model/url/url-difference.ts";
import { UrlText } from "../ui/url-text.tsx";
import { cutInMiddle, visibleUrl } from "../ui/visible-text.ts";

const maxPartLength = 300;

interface UrlDifferenceTextProps {
  readonly url: string;
  /** Undefined for the first hop. */
  readonly before: string | undefined;
}

export function UrlDifferenceText({ url, before }: UrlDifferenceTextProps) {
  if (before === undefined) return <UrlText url={url} />;
  const shown = visibleUrl(url);
  return (
    <bdi class="url url-difference" dir="ltr" title={shown}>
      {urlDifference(visibleUrl(before), shown).map(({ text, isChanged }, index) => (
        <span key={index} class={isChanged ? "url-changed" : "url-same"}>
          {cutInMiddle(text, maxPartLength)}
        </span>
      ))}
    </bdi>
  );
}
