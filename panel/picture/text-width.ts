/** Measures texts in the fonts of the picture, on a canvas, which needs no layout. */
import type { Measure } from "./picture-layout.ts";

export function textMeasure(): Measure {
  const style = getComputedStyle(document.documentElement);
  const code = style.getPropertyValue("--mono");
  const label = getComputedStyle(document.body).fontFamily;
  const fonts = { code: `11px ${code}`, "strong-code": `600 11px ${code}`, label: `600 11px ${label}` };
  const context = document.createElement("canvas").getContext("2d");
  return (content, font) => {
    if (context === null) return content.length * 6.7;
    context.font = fonts[font];
    return context.measureText(content).width;
  };
}
