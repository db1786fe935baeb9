/**
 * The documentation of all quirks, grouped by where they are handled. Not part of the extension: a test generates
 * `docs/browser-quirks.md` from it.
 */
import { abortedNotModifiedFacts } from "./aborted-not-modified.ts";
import { eventOrderFacts } from "./event-order.ts";
import { hstsCauseFacts } from "./hsts-cause.ts";
import { prerenderActivationFacts } from "./prerender-activation.ts";
import type { QuirkFacts } from "./quirk.ts";
import { reportFacts } from "./report-facts.ts";
import { serviceWorkerRedirectFacts } from "./service-worker-redirect.ts";
import { workerScriptFacts } from "./worker-script.ts";

export const rewrittenFacts: readonly QuirkFacts[] = [
  serviceWorkerRedirectFacts,
  prerenderActivationFacts,
  workerScriptFacts,
  abortedNotModifiedFacts,
  hstsCauseFacts,
];

export { eventOrderFacts, reportFacts };
