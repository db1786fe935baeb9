/** The chain as a picture that fits its container, with a text version for screen readers and an export menu. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { maskCredentials } from "../../src/model/url/masking.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { text } from "../ui/texts.ts";
import { layOutPicture } from "./picture-layout.ts";
import { PictureMenu } from "./picture-menu.tsx";
import { PictureSvg } from "./picture-svg.tsx";
import { pictureLines, pictureContent } from "./picture-content.ts";
import { textMeasure } from "./text-width.ts";

const minWidth = 200;
const maxWidth = 720;

export function ChainPicture({ chain }: { readonly chain: Chain }) {
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = figure.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const content = pictureContent(chain, maskCredentials);
  return (
    <figure class="chain-picture" ref={figure} aria-label={text("pictureLabel")}>
      <PictureMenu chain={chain} />
      {width > 0 && (
        <PictureSvg layout={layOutPicture(content, Math.min(Math.max(width, minWidth), maxWidth), textMeasure())} />
      )}
      <ol class="for-screen-readers">
        {pictureLines(content).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
    </figure>
  );
}
