/**
 * A tagged template that escapes its values, and the layout of all lab pages. All pages have an empty icon, because a
 * browser would otherwise request /favicon.ico, which would show up in recordings.
 */

/** Markup that needs no escaping. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Insertable = string | number | Html | readonly Html[];

export function html(strings: TemplateStringsArray, ...values: Insertable[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(toMarkup)));
}

/** A JavaScript literal that is safe inside a script element. */
export function scriptLiteral(value: string): Html {
  // "<" would let "</script>" or "<!--" end the element or change how it is parsed.
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

export interface PageParts {
  readonly title: string;
  readonly head?: Html;
  /** Replaces the plain style. */
  readonly style?: Html;
  readonly header?: Html;
  readonly main: Html;
  readonly footer?: Html;
}

export function document({ title, head, style, header, main, footer }: PageParts): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${head ?? ""}
        <style>
          ${style ?? plainStyle}
        </style>
      </head>
      <body>
        ${header ?? ""}
        <main>${main}</main>
        ${footer ?? ""}
      </body>
    </html>`.markup;
}

const plainStyle = new Html(`
:root { color-scheme: light dark }
body {
  max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
  background: light-dark(#ffffff, #16181c); color: light-dark(#1b1d22, #e8e9ec);
}
a { color: light-dark(#0b5cad, #7db8ff) }
dt { font-weight: 600 }
`);

function toMarkup(value: Insertable): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === "string") return escape(value);
  if (typeof value === "number") return String(value);
  return value.map((part) => part.markup).join("\n");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
