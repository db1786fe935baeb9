/** A form was submitted without a session: the server redirected to its sign-in page, and the data is lost. */
import { handlingOf, signInHop } from "../meaning/request-handling.ts";
import { defineFinding } from "./rule.ts";
import { rfc9110 } from "./sources.ts";
import { shownUrl } from "./message-values.ts";

export const sentToSignIn = defineFinding({
  id: "sent-to-sign-in",
  severities: ["error"],
  source: `${rfc9110}#section-15.5.2`,
  effects: ["body-lost", "method-changed", "redirect-to-error"],
  find: (chain) =>
    chain.hops.flatMap((hop, index) => {
      if (handlingOf(chain, index) !== "sent-to-sign-in") return [];
      const signIn = chain.hops[signInHop(chain, index) ?? index + 1];
      return [{ hop: index, values: [hop.method, shownUrl(signIn?.url ?? "")] }];
    }),
});
