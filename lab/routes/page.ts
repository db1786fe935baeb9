// `/page`: where redirects end. It shows what the server received, so that a person sees without any
// tool whether the method and the body survived.
import { STATUS_CODES } from "node:http";
import { html } from "../html.ts";
import { answerDelayMs, pageReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

export function page(request: LabRequest): Reply {
  const { method, query, body } = request;
  const status = query.integer("status", { min: 200, max: 599, absent: 200 });
  const title = query.text("title") ?? `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  const facts = {
    Method: method,
    URL: `${request.scheme}://${request.header("host") ?? ""}${request.url}`,
    "Content type": body.contentType ?? "none",
    "Body size": `${body.sizeBytes} bytes`,
    "Field names": body.fieldNames?.join(", ") ?? "none",
  };
  const rows = Object.entries(facts).map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`,
  );
  return {
    ...pageReply(
      {
        title,
        main: html`
          <h1>${title}</h1>
          <p>The server received:</p>
          <dl>${rows}</dl>
          <p><a href="/">Start page</a></p>
        `,
      },
      status,
    ),
    reason: query.bytes("reason"),
    delayMs: answerDelayMs(query),
  };
}
