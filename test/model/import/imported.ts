/** Imports a file that is expected to be valid. */
import { importLog } from "../../../src/model/import/import-log.ts";
import type { Chain } from "../../../src/model/chain/redirect-chain.ts";

export function imported(file: string): readonly Chain[] {
  const result = importLog(file);
  if ("problem" in result) throw new Error(JSON.stringify(result.problem));
  return result.chains;
}
