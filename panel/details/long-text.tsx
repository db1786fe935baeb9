/** An untrusted value: a long one is shortened in the middle until the user asks for all of it. */
import { useState } from "preact/hooks";
import { escapeInvisible } from "../../src/model/url/escape-invisible.ts";
import { cutForDisplay } from "../../src/model/url/masking.ts";
import { text } from "../ui/texts.ts";
import { cutInMiddle, visibleText } from "../ui/visible-text.ts";

const maxShown = 1_000;

interface LongTextProps {
  readonly value: string;
  /** Masks secrets. Of a value of megabytes, only the beginning is masked until the user asks for all of it. */
  readonly masked: (value: string) => string;
}

export function LongText({ value, masked }: LongTextProps) {
  const [isWhole, setWhole] = useState(false);
  const isLong = value.length > maxShown;
  return (
    <>
      <bdi dir="ltr">
        {isWhole ? escapeInvisible(masked(value)) : visibleText(cutInMiddle(masked(cutForDisplay(value)), maxShown))}
      </bdi>
      {isLong && !isWhole && (
        <button type="button" class="plain-button show-whole" onClick={() => setWhole(true)}>
          {text("showWhole")}
        </button>
      )}
    </>
  );
}
