/**
 * Routes that do not redirect: the lab's log, its certificate, an empty page to call fetch() from.
 */
import { html } from "../html.ts";
import { pageReply } from "../reply.ts";
import type { LabRequest, Reply, RouteContext } from "../route.ts";

/** `/log?last=200`: the newest requests received, this one included, as JSON. */
export function log({ query }: LabRequest, context: RouteContext): Reply {
  const count = query.integer("last", { min: 1, max: 50_000, absent: 200 });
  return {
    status: 200,
    headers: [["Content-Type", "application/json"]],
    body: Buffer.from(JSON.stringify(context.received().slice(-count), undefined, 2)),
  };
}

/** `/ca.pem`: opens Firefox's import dialog. Valid only for this run of the lab. */
export function caCertificate(_: LabRequest, { certificates }: RouteContext): Reply {
  return {
    status: 200,
    headers: [["Content-Type", "application/x-x509-ca-cert"]],
    body: Buffer.from(certificates.caCertificatePem),
  };
}

export function fetchPage(): Reply {
  return pageReply({ title: "Fetch from here", main: html`<h1>Fetch from here</h1>` });
}

/** For the few responses that cannot name an icon, such as JSON. */
export function favicon(): Reply {
  return { status: 204, headers: [], body: Buffer.alloc(0) };
}
