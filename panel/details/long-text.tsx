/** A value from a stranger: cut in its middle when it is long, whole on demand. */
import { useState } from "preact/hooks";
import { escapeInvisible } from "../../src/model/escape-invisible.ts";
import { text } from "../texts.ts";
import { cutInMiddle, visibleText } from "../visible-text.ts";

const mostShown = 1_000;

export function LongText({ value }: { readonly value: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = value.length > mostShown;
  return (
    <>
      <bdi dir="ltr">{isWhole ? escapeInvisible(value) : visibleText(cutInMiddle(value, mostShown))}</bdi>
      {isLong && !isWhole && (
        <button type="button" class="plain-button show-whole" onClick={() => setWhole(true)}>
          {text("showWhole")}
        </button>
      )}
    </>
  );
}
