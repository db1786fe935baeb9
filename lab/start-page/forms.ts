/** The start page's forms: one for each encoding a form can have, each with a button per kind of redirect. */
import { type Html, html } from "../html.ts";
import { enctypes } from "../routes/form.ts";
import { labPath } from "./item-list.ts";

interface FormKind {
  readonly enctype: keyof typeof enctypes;
  readonly title: string;
  /** What the sentences call the body. */
  readonly body: string;
}

const formKinds: readonly FormKind[] = [
  { enctype: "urlencoded", title: "URL-encoded", body: "both fields" },
  { enctype: "multipart", title: "Multipart, with a file", body: "the fields and the file" },
  { enctype: "text", title: "Plain text", body: "the text" },
];

interface Target {
  readonly action: string;
  readonly statuses: string;
  readonly lookFor: (body: string) => string;
}

const methodNotAllowed = "/page?status=405&title=405+Method+Not+Allowed";

const targets: readonly Target[] = [
  {
    action: labPath("/redirect", { status: 302, to: "/page" }),
    statuses: "302 → 200",
    lookFor: (body) => `POST becomes GET without ${body}: old browser behaviour that became the standard.`,
  },
  {
    action: labPath("/redirect", { status: 303, to: "/page" }),
    statuses: "303 → 200",
    lookFor: (body) => `POST becomes GET without ${body}, which is the purpose of 303.`,
  },
  {
    action: labPath("/redirect", { status: 307, to: "/page" }),
    statuses: "307 → 200",
    lookFor: (body) => `POST stays POST, with ${body} sent a second time.`,
  },
  {
    action: labPath("/redirect", { status: 308, to: "/page" }),
    statuses: "308 → 200",
    lookFor: (body) => `As 307, with ${body} sent again, but permanent.`,
  },
  {
    action: labPath("/redirect", { status: 301, to: methodNotAllowed }),
    statuses: "301 → 405",
    lookFor: () => "The lost POST of a moved endpoint: it arrives as GET, which is not allowed.",
  },
];

export function forms(): Html {
  return html`<div class="forms">${formKinds.map(formMarkup)}</div>`;
}

function formMarkup({ enctype, title, body }: FormKind): Html {
  const file = enctype === "multipart" ? html`<label>File <input type="file" name="file" /></label>` : "";
  return html`<form method="post" enctype="${enctypes[enctype]}" aria-labelledby="form-${enctype}">
    <h3 id="form-${enctype}">${title} <code>${enctypes[enctype]}</code></h3>
    <div class="fields">
      <label>Name <input name="name" value="Ada" autocomplete="off" /></label>
      <label>Password <input type="password" name="password" value="not a secret" autocomplete="off" /></label>
      ${file}
    </div>
    <ul class="items">
      ${targets.map((target, index) => targetMarkup(target, body, `${enctype}-${index}`))}
    </ul>
  </form>`;
}

function targetMarkup(target: Target, body: string, id: string): Html {
  return html`<li>
    <p class="head">
      <button formaction="${target.action}" aria-describedby="${id}">Send to ${target.statuses}</button>
    </p>
    <p class="look-for" id="${id}">${target.lookFor(body)}</p>
  </li>`;
}
