/**
 * `/form?action=…&method=post&enctype=multipart`: a page with one prefilled form, that a test or a user sends with
 * `button#send`.
 */
import { html } from "../html.ts";
import { pageReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

export const enctypes = {
  urlencoded: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
} as const;

export function form({ query }: LabRequest): Reply {
  const enctype = query.choice("enctype", ["urlencoded", "multipart", "text"]);
  const method = query.choice("method", ["post", "get"]);
  const action = query.text("action") ?? "/page";
  const file =
    enctype === "multipart"
      ? html`<p>
          <label>File <input type="file" name="file" /></label>
        </p>`
      : "";
  return pageReply({
    title: "Form",
    main: html`<h1>Form</h1>
      <form action="${action}" method="${method}" enctype="${enctypes[enctype]}">
        <p>
          <label>Name <input name="name" value="Ada" autocomplete="off" /></label>
        </p>
        <p>
          <label>Password <input type="password" name="password" value="not a secret" autocomplete="off" /></label>
        </p>
        ${file}
        <button id="send">Send</button>
      </form>`,
  });
}
