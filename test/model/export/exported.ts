/** Chains of every kind, exported and parsed again, and the JSON Schema of exports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { exportJson } from "../../../src/model/export/json-export.ts";
import type { Chain, ClientRedirect } from "../../../src/model/chain/redirect-chain.ts";
import { answer, answered, chainOf, failed, formBody, internal, pending, served, unknownBody } from "../hops.ts";

export type Exported = Readonly<Record<string, unknown>>;
export interface ExportedTrace extends Exported {
  readonly chains: readonly (Exported & { readonly hops: readonly Exported[] })[];
}

export const origin = {
  exportedAt: "2026-01-31T12:00:00.000Z",
  generator: { name: "Hopscope", version: "0.1.0", browser: "Chromium 156.0.8078.79" },
};

export function exported(chains: readonly Chain[]): ExportedTrace {
  return JSON.parse(exportJson(chains, origin)) as ExportedTrace;
}

export function exportedHops(chain: Chain): readonly Exported[] {
  return exported([chain]).chains[0]?.hops ?? [];
}

const schemaFile = join(import.meta.dirname, "../../../docs/redirect-trace.schema.json");
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(schemaFile, "utf8")) as object,
);

/** The schema's errors; empty for a valid export. */
export function schemaErrors(document: unknown): string[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

const a = "http://a.test/";
const b = "http://b.test/";

export function clientRedirect(source: ClientRedirect["source"], delaySeconds?: number): ClientRedirect {
  const hop = { ...pending(a), state: "redirected", source, redirectUrl: b, endedAt: 5, answer: answer(200) } as const;
  return delaySeconds === undefined ? hop : { ...hop, delaySeconds };
}

const post = { method: "POST", body: formBody };
const toNowhere = (Location: string) => ({ answer: answer(302, { Location }) });

/** One chain of each kind. */
export const kinds = {
  "a page": chainOf(answered(a)),
  "a redirect": chainOf(served(a, 301, b), answered(b)),
  "a form that lost its body": chainOf(served(a, 302, b, post), answered(b, 405)),
  "a body that is not known": chainOf(
    served(a, 307, b, { method: "PATCH", body: unknownBody }),
    answered(b, 200, { body: unknownBody }),
  ),
  "a failure": chainOf(served(a, 301, b), failed(b, "net::ERR_CONNECTION_REFUSED")),
  "a request under way": chainOf(pending(a)),
  "a redirect under way": chainOf(served(a, 302, b)),
  "an answer under way": chainOf(pending(a, toNowhere(b))),
  "an internal redirect (Chromium)": chainOf(
    internal(a, "hsts", "https://a.test/", { reportedStatus: 307 }),
    answered("https://a.test/"),
  ),
  "an internal redirect (Firefox)": chainOf(internal(a, "upgrade", "https://a.test/"), answered("https://a.test/")),
  "an inferred redirect": chainOf(internal(a, "browser", b, { inferred: true }), answered(b)),
  "a redirect not followed (Chromium)": chainOf(served(a, 302, b, { stoppedBy: "net::ERR_ABORTED" })),
  "a redirect not followed (Firefox)": chainOf(answered(a, 302, toNowhere(b))),
  "300 with a Location": chainOf(answered(a, 300, { answer: answer(300, { Location: "/b" }) })),
  "302 without a Location": chainOf(answered(a, 302)),
  "302 to an unparsable Location": chainOf(failed(a, "net::ERR_INVALID_REDIRECT", toNowhere("http://"))),
  "302 to data:": chainOf(failed(a, "net::ERR_UNSAFE_REDIRECT", toNowhere("data:,x"))),
  "a meta refresh": chainOf(clientRedirect("meta-refresh", 0), answered(b)),
  "a Refresh header": chainOf(clientRedirect("refresh-header", 2.5), answered(b)),
  "a script": chainOf(clientRedirect("script"), answered(b)),
  "a beginning that was missed": {
    ...chainOf(served(a, 301, b), answered(b)),
    beginningMissed: true,
    initiator: "http://a.test",
  },
} satisfies Record<string, Chain>;
