/**
 * `/page`: the end of a redirect. It shows what the server received, so that a user sees without any tool whether the
 * method and the body were kept; or it responds with the bytes of `body`.
 */
import { STATUS_CODES } from "node:http";
import { html } from "../html.ts";
import { answerDelayMs, htmlType, pageReply } from "../reply.ts";
import type { LabRequest, Reply } from "../route.ts";

export function page(request: LabRequest): Reply {
  const { query } = request;
  const status = query.integer("status", { min: 200, max: 599, absent: 200 });
  const body = query.bytes("body");
  return {
    ...(body === undefined
      ? whatArrived(request, status)
      : { status, headers: [htmlType], body: Buffer.from(body, "latin1") }),
    reason: query.bytes("reason"),
    delayMs: answerDelayMs(query),
  };
}

function whatArrived({ method, scheme, url, header, query, body }: LabRequest, status: number): Reply {
  const title = query.text("title") ?? `${status} ${STATUS_CODES[status] ?? ""}`.trim();
  const facts = {
    Method: method,
    URL: `${scheme}://${header("host") ?? ""}${url}`,
    "Content type": body.contentType ?? "none",
    "Body size": `${body.sizeBytes} bytes`,
    "Field names": body.fieldNames?.join(", ") ?? "none",
  };
  const rows = Object.entries(facts).map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`,
  );
  return pageReply(
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
  );
}
