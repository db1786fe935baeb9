/** Tests with all recorded traces that the form verdict and the findings don't contradict each other. */
import { describe, expect, test } from "vitest";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { isGetOrHead } from "../../../src/model/findings/crawler-redirects.ts";
import { recipesOf } from "../../../src/model/findings/finding.ts";
import { formVerdict } from "../../../src/model/meaning/form-verdict.ts";
import { answerOf } from "../../../src/model/chain/redirect-chain.ts";
import { recordedChains } from "../../replay/recorded-chains.ts";
import { browserNames } from "../../replay/traces.ts";

/** Findings about the outcome of a form. */
const aboutForms = new Set([
  "sent-to-sign-in",
  "sign-in-returns-to-form",
  "method-not-allowed-after-redirect",
  "body-lost",
  "method-changed",
  "redirect-to-error",
  "leads-nowhere",
  "cors-redirect",
  "blocked-by-policy",
  "invalid-location",
]);

describe.each(browserNames)("%s", (browserName) => {
  const cases = recordedChains(browserName).flatMap(([scenario, chains]) =>
    chains.map((chain, index) => ({ name: `${scenario} ${index}`, chain })),
  );

  test.each(cases)("$name", ({ chain }) => {
    const verdict = formVerdict(chain);
    const findings = findFindings(chain);
    const severities = findings.filter(({ id }) => aboutForms.has(id)).map(({ severity }) => severity);
    if (verdict?.tone === "good") expect(severities.filter((severity) => severity !== "info")).toEqual([]);
    // A redirect that a script handled or aborted has no such finding.
    const isStopped = verdict?.arrival.kind === "not-sent" || verdict?.arrival.kind === "unconfirmed";
    if (verdict?.tone === "bad" && !isStopped && chain.hops.length > 1) {
      expect(severities.some((severity) => severity !== "info")).toBe(true);
    }
    // After a 303, no text may advise repeating the request at the target.
    for (const finding of findings) {
      const hop = chain.hops[finding.hop ?? -1];
      if (hop === undefined || isGetOrHead(hop) || answerOf(hop)?.status !== 303) continue;
      expect(recipesOf(finding), finding.id).not.toContain("keep-method");
    }
  });
});
