/**
 * The picture as an SVG that stands alone: the panel's colours written into it, fonts that every machine has, secrets
 * hidden as in any export. It is drawn out of sight first, because only the browser knows what the style sheet makes of it.
 */
import { render } from "preact";
import { maskSecrets } from "../../src/model/url/masking.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { text } from "../ui/texts.ts";
import { layOutPicture } from "./picture-layout.ts";
import { PictureSvg } from "./picture-svg.tsx";
import { pictureLines, pictureWords } from "./picture-words.ts";
import { textMeasure } from "./text-width.ts";

export interface StandaloneSvg {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

const widthInReports = 640;
const margin = 12;
const namespace = "http://www.w3.org/2000/svg";
/** What is written, unless it is what an SVG has anyhow. */
const initial = {
  fill: "rgb(0, 0, 0)",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
};

export function standaloneSvg(chain: Chain): StandaloneSvg {
  const words = pictureWords(chain, maskSecrets);
  const layout = layOutPicture(words, widthInReports, textMeasure());
  const stage = document.createElement("div");
  stage.className = "picture-offstage";
  document.body.append(stage);
  try {
    render(<PictureSvg layout={layout} />, stage);
    const svg = stage.querySelector("svg");
    if (svg === null) throw new Error("Nothing was drawn.");
    // All styles before any change: a class that is gone may have been another's style.
    const styled = [...svg.querySelectorAll("*")].map((drawn) => ({ drawn, attributes: styleOf(drawn) }));
    for (const { drawn, attributes } of styled) {
      drawn.removeAttribute("class");
      for (const [name, value] of attributes) drawn.setAttribute(name, value);
    }
    const size = { width: layout.width + 2 * margin, height: layout.height + 2 * margin };
    const outer = made("svg", {
      ...size,
      viewBox: `${-margin} ${-margin} ${size.width} ${size.height}`,
      role: "img",
    });
    outer.append(
      made("title", {}, text("pictureLabel")),
      made("desc", {}, pictureLines(words).join("\n")),
      made("rect", { ...size, x: -margin, y: -margin, fill: getComputedStyle(document.body).backgroundColor }),
      ...svg.childNodes,
    );
    // XML has no place for these two, however they are written.
    return { source: new XMLSerializer().serializeToString(outer).replaceAll(/[\ufffe\uffff]/g, "\ufffd"), ...size };
  } finally {
    render(null, stage);
    stage.remove();
  }
}

function styleOf(drawn: Element): (readonly [string, string])[] {
  if (drawn.localName === "g") return [];
  const style = getComputedStyle(drawn);
  const attributes = Object.entries(initial)
    .map(([name, usual]) => [name, style.getPropertyValue(name), usual] as const)
    .flatMap(([name, value, usual]) => (value === usual ? [] : [[name, value] as const]));
  if (drawn.localName !== "text") return attributes;
  const isCode = drawn.getAttribute("class")?.includes("code") === true;
  return [
    ...attributes,
    ["font-size", style.fontSize],
    ["font-weight", style.fontWeight],
    ["font-family", isCode ? "monospace" : "sans-serif"],
  ];
}

function made(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): Element {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.textContent = content;
  return element;
}
