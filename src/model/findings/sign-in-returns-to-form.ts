/** After a sign-in, the browser is redirected with GET to a URL that accepts only form submissions (405). */
import { handlingOf } from "../meaning/request-handling.ts";
import { lastHop } from "../chain/redirect-chain.ts";
import { defineFinding } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const signInReturnsToForm = defineFinding({
  id: "sign-in-returns-to-form",
  severities: ["error"],
  source: `${rfc9110}#section-15.5.6`,
  effects: ["body-lost", "method-changed", "redirect-to-error"],
  find: (chain) =>
    chain.hops.flatMap((_, index) =>
      handlingOf(chain, index) === "returned-from-sign-in"
        ? [{ hop: index, values: [shownUrl(lastHop(chain).url)] }]
        : [],
    ),
});
