/** Every scenario, in the order in which the recorder and the tests run them. */
import { apiRequestScenarios } from "./api-requests.ts";
import { siteAuditScenarios } from "./site-audits.ts";
import { blockedScenarios } from "./blocked.ts";
import { bodyScenarios } from "./bodies.ts";
import { clientRedirectScenarios } from "./client-redirects.ts";
import { metaRefreshScenarios } from "./meta-refreshes.ts";
import { oddLocationScenarios } from "./odd-locations.ts";
import { pageLoopScenarios } from "./page-loops.ts";
import { pageFactScenarios } from "./page-facts.ts";
import { resourceScenarios } from "./resources.ts";
import { downloadScenarios } from "./downloads.ts";
import { newWindowScenarios } from "./new-windows.ts";
import { requestScenarios } from "./requests.ts";
import { corsScenarios } from "./cors.ts";
import { documentScenarios } from "./documents.ts";
import { prerenderScenarios } from "./prerender.ts";
import { fetchLimitScenarios } from "./fetch-limits.ts";
import { unfollowedScenarios } from "./unfollowed.ts";
import { fetchScenarios } from "./fetches.ts";
import { formFlowScenarios } from "./form-flows.ts";
import { embeddedResourceScenarios } from "./embedded-resources.ts";
import { siteMoveScenarios } from "./site-moves.ts";
import { unreachableScenarios } from "./unreachable.ts";
import { formScenarios } from "./forms.ts";
import { hstsScenarios } from "./hsts.ts";
import { demoScenarios } from "./demo-scenarios.ts";
import { matrixScenarios } from "./matrix.ts";
import { serviceWorkerScenarios } from "./service-workers.ts";
import { otherExtensionScenarios } from "./other-extensions.ts";
import { otherWayScenarios } from "./other-ways.ts";
import { streamScenarios } from "./streams.ts";
import type { Scenario } from "./scenario.ts";

export const allScenarios: readonly Scenario[] = [
  ...documentScenarios,
  ...matrixScenarios,
  ...formScenarios,
  ...bodyScenarios,
  ...fetchScenarios,
  ...hstsScenarios,
  ...oddLocationScenarios,
  ...resourceScenarios,
  ...requestScenarios,
  ...newWindowScenarios,
  ...downloadScenarios,
  ...fetchLimitScenarios,
  ...otherWayScenarios,
  ...prerenderScenarios,
  ...streamScenarios,
  ...clientRedirectScenarios,
  ...metaRefreshScenarios,
  ...pageLoopScenarios,
  ...pageFactScenarios,
  ...serviceWorkerScenarios,
  ...otherExtensionScenarios,
  ...demoScenarios,
  ...siteAuditScenarios,
  ...formFlowScenarios,
  ...apiRequestScenarios,
  ...corsScenarios,
  ...embeddedResourceScenarios,
  ...siteMoveScenarios,
  ...unreachableScenarios,
  ...blockedScenarios,
  // Last: after a custom scheme Chromium still asks whether to open another program.
  ...unfollowedScenarios,
];
