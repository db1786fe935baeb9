/** Forms in every encoding, through a redirect that loses the body and one that keeps it. */
import { sendForm, type Scenario } from "./scenario.ts";

const enctypes = ["urlencoded", "multipart", "text"] as const;

export const formScenarios: readonly Scenario[] = enctypes.flatMap((enctype) => [
  formScenario(enctype, 302, "lost"),
  formScenario(enctype, 307, "kept"),
]);

function formScenario(enctype: (typeof enctypes)[number], status: 302 | 307, fate: "lost" | "kept"): Scenario {
  const action = `/redirect?status=${status}&to=/page`;
  const followed = fate === "kept" ? "POST" : "GET";
  return {
    name: `form-${enctype}-${status}`,
    title: `a form (${enctype}) through ${status}`,
    run: (context) => sendForm(context, { action, enctype }),
    expected: (lab) => [
      [
        {
          status: String(status),
          method: `POST → ${followed}`,
          body: `sent → ${fate}`,
          seo: "Temporary",
          url: lab.url("shop.test", action),
        },
        {
          status: "200",
          method: followed,
          body: fate === "kept" ? "sent" : "none",
          seo: "—",
          url: lab.url("shop.test", "/page"),
        },
      ],
    ],
  };
}
