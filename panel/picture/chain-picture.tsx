/** The chain as a picture, as wide as its place, with the same in words for who does not see it, and a menu to take it along. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { maskCredentials } from "../../src/model/url/masking.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { text } from "../ui/texts.ts";
import { layOutPicture } from "./picture-layout.ts";
import { PictureMenu } from "./picture-menu.tsx";
import { PictureSvg } from "./picture-svg.tsx";
import { pictureLines, pictureWords } from "./picture-words.ts";
import { textMeasure } from "./text-width.ts";

const narrowest = 200;
const widest = 720;

export function ChainPicture({ chain }: { readonly chain: Chain }) {
  const figure = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(0);

  useLayoutEffect(() => {
    const element = figure.current;
    if (element === null) return undefined;
    const look = () => setRoom(Math.floor(element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const words = pictureWords(chain, maskCredentials);
  return (
    <figure class="chain-picture" ref={figure} aria-label={text("pictureLabel")}>
      <PictureMenu chain={chain} />
      {room > 0 && (
        <PictureSvg layout={layOutPicture(words, Math.min(Math.max(room, narrowest), widest), textMeasure())} />
      )}
      <ol class="for-screen-readers">
        {pictureLines(words).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
    </figure>
  );
}
