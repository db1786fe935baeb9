/** Every scenario, in the order in which the recorder and the tests run them. */
import { apiStoryScenarios } from "./api-stories.ts";
import { auditStoryScenarios } from "./audit-stories.ts";
import { blockedScenarios } from "./blocked.ts";
import { bodyScenarios } from "./bodies.ts";
import { clientRedirectScenarios } from "./client-redirects.ts";
import { metaRefreshScenarios } from "./meta-refreshes.ts";
import { oddLocationScenarios } from "./odd-locations.ts";
import { pageFactScenarios } from "./page-facts.ts";
import { resourceScenarios } from "./resources.ts";
import { downloadScenarios } from "./downloads.ts";
import { newWindowScenarios } from "./new-windows.ts";
import { requestScenarios } from "./requests.ts";
import { corsStoryScenarios } from "./cors-stories.ts";
import { documentScenarios } from "./documents.ts";
import { prerenderScenarios } from "./prerender.ts";
import { fetchLimitScenarios } from "./fetch-limits.ts";
import { unfollowedScenarios } from "./unfollowed.ts";
import { fetchScenarios } from "./fetches.ts";
import { formStoryScenarios } from "./form-stories.ts";
import { partStoryScenarios } from "./part-stories.ts";
import { siteStoryScenarios } from "./site-stories.ts";
import { unreachableScenarios } from "./unreachable.ts";
import { formScenarios } from "./forms.ts";
import { hstsScenarios } from "./hsts.ts";
import { storyScenarios } from "./stories.ts";
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
  ...pageFactScenarios,
  ...serviceWorkerScenarios,
  ...otherExtensionScenarios,
  ...storyScenarios,
  ...auditStoryScenarios,
  ...formStoryScenarios,
  ...apiStoryScenarios,
  ...corsStoryScenarios,
  ...partStoryScenarios,
  ...siteStoryScenarios,
  ...unreachableScenarios,
  ...blockedScenarios,
  // Last: a custom scheme leaves Chromium's question behind whether to open another program.
  ...unfollowedScenarios,
];
