/**
 * The picture as a standalone SVG: the panel's colours inlined, generic fonts, secrets masked as in every export. It is
 * rendered hidden first, to read the computed styles.
 */
import { render } from "preact";
import { maskSecrets } from "../../src/model/url/masking.ts";
import type { Chain } from "../../src/model/chain/redirect-chain.ts";
import { text } from "../ui/texts.ts";
import { layOutPicture } from "./picture-layout.ts";
import { PictureSvg } from "./picture-svg.tsx";
import { pictureLines, pictureContent } from "./picture-content.ts";
import { textMeasure } from "./text-width.ts";

export interface StandaloneSvg {
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

const reportWidth = 640;
const margin = 12;
const namespace = "http://www.w3.org/2000/svg";
/** The properties to inline, unless they have SVG's initial value. */
const initial = {
  fill: "rgb(0, 0, 0)",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
};

export function standaloneSvg(chain: Chain): StandaloneSvg {
  const content = pictureContent(chain, maskSecrets);
  const layout = layOutPicture(content, reportWidth, textMeasure());
  const container = document.createElement("div");
  container.className = "picture-offstage";
  document.body.append(container);
  try {
    render(<PictureSvg layout={layout} />, container);
    const svg = container.querySelector("svg");
    if (svg === null) throw new Error("Nothing was drawn.");
    // Read all styles before changing any element: selectors can depend on other elements' classes.
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
      made("desc", {}, pictureLines(content).join("\n")),
      made("rect", { ...size, x: -margin, y: -margin, fill: getComputedStyle(document.body).backgroundColor }),
      ...svg.childNodes,
    );
    // XML allows these two characters in no form.
    return { source: new XMLSerializer().serializeToString(outer).replaceAll(/[\ufffe\uffff]/g, "\ufffd"), ...size };
  } finally {
    render(null, container);
    container.remove();
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
