/** Pages with any number of refreshes in any spelling, and pages with metadata for search engines. */
import { html, type Html, scriptLiteral } from "../html.ts";
import { pageReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

/**
 * `meta=` is the content of a meta refresh (repeatable), `noscript=` of one inside noscript, `insert=` of one that a
 * script adds; `base=` is the document's base URL, `script=` where a script navigates after the load.
 */
export function refreshes({ query }: LabRequest): Reply {
  const base = query.text("base");
  const noscript = query.text("noscript");
  const inserted = query.text("insert");
  const script = query.text("script");
  const equiv = query.choice("equiv", ["refresh", "REFRESH"]);
  return pageReply({
    title: "Refreshes",
    head: html`
      ${base === undefined ? "" : html`<base href="${base}" />`}
      ${query.allBytes("meta").map((content) => meta(equiv, content))}
      ${noscript === undefined ? "" : html`<noscript>${meta(equiv, noscript)}</noscript>`}
    `,
    main: html`<p>This page goes on by one of its refreshes.</p>
      <script>
        ${inserted === undefined ? "" : insertion(inserted)};
        ${script === undefined ? "" : departure(script)};
      </script>`,
  });
}

/** `robots=`, `googlebot=` and `canonical=` are the page's metadata. */
export function described({ query }: LabRequest): Reply {
  const crawlers = ["robots", "googlebot"].flatMap((name) =>
    query.allBytes(name).map((rules) => html`<meta name="${name}" content="${rules}" />`),
  );
  const links = query.allBytes("canonical").map((url) => html`<link rel="canonical" href="${url}" />`);
  return pageReply({ title: "Described", head: html`${crawlers} ${links}`, main: html`<h1>Described</h1>` });
}

function meta(equiv: string, content: string): Html {
  return html`<meta http-equiv="${equiv}" content="${content}" />`;
}

function insertion(content: string): Html {
  return html`document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content:
  ${scriptLiteral(content)} }))`;
}

function departure(url: string): Html {
  return html`addEventListener("load", () => setTimeout(() => location.assign(${scriptLiteral(url)}), 100))`;
}
