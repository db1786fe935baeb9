/** A value from a stranger: cut in its middle when it is long, whole on demand. */
import { useState } from "preact/hooks";
import { escapeInvisible } from "../../src/model/url/escape-invisible.ts";
import { cutForDisplay } from "../../src/model/url/masking.ts";
import { text } from "../ui/texts.ts";
import { cutInMiddle, visibleText } from "../ui/visible-text.ts";

const mostShown = 1_000;

interface LongTextProps {
  readonly value: string;
  /** Hides what is not to be shown. Of a value of megabytes only the beginning is looked at until all of it is wanted. */
  readonly masked: (value: string) => string;
}

export function LongText({ value, masked }: LongTextProps) {
  const [isWhole, setWhole] = useState(false);
  const isLong = value.length > mostShown;
  return (
    <>
      <bdi dir="ltr">
        {isWhole ? escapeInvisible(masked(value)) : visibleText(cutInMiddle(masked(cutForDisplay(value)), mostShown))}
      </bdi>
      {isLong && !isWhole && (
        <button type="button" class="plain-button show-whole" onClick={() => setWhole(true)}>
          {text("showWhole")}
        </button>
      )}
    </>
  );
}
