/** fetch() to another origin: JSON with its preflight. */
import { fetchInPage, type Scenario } from "./scenario.ts";

export const fetchScenarios: readonly Scenario[] = [
  {
    name: "fetch-json-cross-origin",
    title: "a JSON POST to another origin through 308",
    run: (context) =>
      fetchInPage(context, context.lab.url("api.test", "/redirect?status=308&to=/page"), {
        method: "POST",
        body: JSON.stringify({ password: "not a secret" }),
        headers: { "Content-Type": "application/json" },
      }),
    expected: (lab) => [
      [
        {
          status: "308",
          method: "POST → POST",
          body: "sent → kept",
          seo: "Permanent",
          url: lab.url("api.test", "/redirect?status=308&to=/page"),
        },
        { status: "200", method: "POST", body: "sent", seo: "—", url: lab.url("api.test", "/page") },
      ],
    ],
  },
];
