/** The first events of this request were not seen. */
import type { FindFindings } from "./finding.ts";

export const findBeginningMissed: FindFindings = (chain) =>
  chain.beginningMissed === true ? [{ id: "beginning-missed", severity: "info", hop: 0 }] : [];
