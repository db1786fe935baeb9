/**
 * `/`: the page to click through with the panel open. Every kind of redirect of the lab is one click away, with a
 * sentence about what the panel should then show.
 */
import { labHosts } from "./hosts.ts";
import { type Html, html } from "./html.ts";
import { pageReply } from "./reply.ts";
import type { LabRequest, Reply, RouteContext } from "./route.ts";
import { clientRedirectItems } from "./start-page/client-redirects.ts";
import { fetches } from "./start-page/fetches.ts";
import { forms } from "./start-page/forms.ts";
import { itemList } from "./start-page/item-list.ts";
import { linkItems } from "./start-page/links.ts";
import { notRedirectItems } from "./start-page/not-redirects.ts";
import { styleSheet } from "./start-page/style-sheet.ts";

interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly content: Html;
}

export function startPage(request: LabRequest, context: RouteContext): Reply {
  const sections: Section[] = [
    {
      id: "forms",
      title: "Forms",
      intro: "What becomes of a POST and its body depends on the status, not on the form.",
      content: forms(),
    },
    {
      id: "links",
      title: "Links",
      intro: "Plain GET navigations, as a visitor or a crawler makes them.",
      content: itemList(linkItems(context)),
    },
    {
      id: "fetches",
      title: "Fetches",
      intro: "Any method, sent by script to a redirect that ends at /page.",
      content: fetches(context),
    },
    {
      id: "client-redirects",
      title: "Client redirects",
      intro: "The server answers 200 and the page itself sends the browser on.",
      content: itemList(clientRedirectItems()),
    },
    {
      id: "not-redirects",
      title: "Not redirects",
      intro: "Answers that look like a redirect, which no browser follows.",
      content: itemList(notRedirectItems()),
    },
  ];
  return pageReply({
    title: "Redirect lab",
    style: styleSheet,
    header: html`<header>
      <h1>Redirect lab</h1>
      <p>Open the developer tools, choose the panel Redirects, and click. Each item says what to look for.</p>
      ${mappingNotice(request, context)}
      <nav aria-label="Sections">
        <ul>
          ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
        </ul>
      </nav>
    </header>`,
    main: html`${sections.map(sectionMarkup)}`,
    footer: html`<footer>
      <p>What the server really received: <a href="/log">the log</a>, as JSON.</p>
    </footer>`,
  });
}

function sectionMarkup({ id, title, intro, content }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="intro">${intro}</p>
    ${content}
  </section>`;
}

/** Users who came by a lab host name have already mapped them. */
function mappingNotice(request: LabRequest, { url }: RouteContext): Html | string {
  if (labHosts.some((host) => host === request.host)) return "";
  return html`<p class="notice" role="note">
    <strong>The host names are not mapped yet?</strong> Items that cross hosts need ${labHosts.join(", ")} to lead to
    this computer; the terminal that started the lab prints how. Then use
    <a href="${url("shop.test", "/")}">shop.test</a>.
  </p>`;
}
