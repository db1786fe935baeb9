/** The quirks that are handled by rewriting events. */
import type { BrowserName } from "../normalize-body.ts";
import { abortedNotModified } from "./aborted-not-modified.ts";
import { hstsCause } from "./hsts-cause.ts";
import { prerenderActivation } from "./prerender-activation.ts";
import type { Quirk } from "./quirk.ts";
import { serviceWorkerRedirect } from "./service-worker-redirect.ts";
import { workerScript } from "./worker-script.ts";

/** In the order in which they rewrite events. */
export const allQuirks: readonly Quirk<unknown>[] = [
  serviceWorkerRedirect,
  prerenderActivation,
  workerScript,
  abortedNotModified,
  hstsCause,
];

export function quirksOf(browserName: BrowserName): readonly Quirk<unknown>[] {
  return allQuirks.filter(({ browsers }) => browsers.includes(browserName));
}
