/** How wide texts of the picture are in the fonts of this panel; asked of a canvas, which needs no layout. */
import type { Measure } from "./picture-layout.ts";

export function textMeasure(): Measure {
  const style = getComputedStyle(document.documentElement);
  const code = style.getPropertyValue("--mono");
  const label = getComputedStyle(document.body).fontFamily;
  const fonts = { code: `11px ${code}`, "strong-code": `600 11px ${code}`, label: `600 11px ${label}` };
  const context = document.createElement("canvas").getContext("2d");
  return (words, font) => {
    if (context === null) return words.length * 6.7;
    context.font = fonts[font];
    return context.measureText(words).width;
  };
}
