/** HSTS: the browser goes to https by itself, at the beginning and in the middle of a chain. */
import type { Lab } from "../server.ts";
import type { Scenario } from "./scenario.ts";

const internal = { status: "HSTS", method: "GET → GET", body: "none", seo: "None (browser)" } as const;
const answered = { status: "200", method: "GET", body: "none", seo: "—" } as const;

export const hstsScenarios: readonly Scenario[] = [
  {
    name: "hsts-first",
    title: "http to a host that asked for HSTS",
    async run({ lab, visit }) {
      await visit(lab.url("secure.test", "/page?before", { scheme: "https" }));
      await visit(lab.url("secure.test", "/page?again"));
    },
    expected: (lab) => [
      [
        { ...internal, url: lab.url("secure.test", "/page?again") },
        { ...answered, url: lab.url("secure.test", "/page?again", { scheme: "https" }) },
      ],
    ],
  },
  {
    name: "hsts-middle",
    title: "a server's 301 to http on a host that asked for HSTS",
    async run({ lab, visit }) {
      await visit(lab.url("secure.test", "/page?before", { scheme: "https" }));
      await visit(startUrl(lab));
    },
    expected: (lab) => [
      [
        { status: "301", method: "GET → GET", body: "none", seo: "Permanent", url: startUrl(lab) },
        { ...internal, url: lab.url("secure.test", "/page") },
        { ...answered, url: lab.url("secure.test", "/page", { scheme: "https" }) },
      ],
    ],
  },
];

function startUrl(lab: Pick<Lab, "url">): string {
  return lab.url("shop.test", `/redirect?status=301&to=${encodeURIComponent(lab.url("secure.test", "/page"))}`);
}
