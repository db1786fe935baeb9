/** Tests which finding the details explain first. */
import { expect, test } from "vitest";
import { chosenFindings } from "../../../panel/details/chosen-findings.ts";
import { findFindings } from "../../../src/model/findings/find-findings.ts";
import { answered, chainOf, served } from "../../model/hops.ts";
import { done, got, post, shop } from "../../model/findings/rows/row.ts";

const refused = findFindings(chainOf(post(302), answered(done, 405)));
const find = (id: string) => refused.find((finding) => finding.id === id);
const shown = (...args: Parameters<typeof chosenFindings>) => {
  const { main, others } = chosenFindings(...args);
  const named = main && { main: main.cause.id, effects: main.effects.map(({ id }) => id) };
  return { ...named, others: others.map(({ id }) => id) };
};
const effects = ["body-lost", "redirect-to-error", "method-changed"];

test("of a chain: the conclusion, with its effects", () => {
  expect(shown(refused, undefined, undefined)).toMatchObject({ main: "method-not-allowed-after-redirect" });
  expect(shown(refused, undefined, undefined).effects?.toSorted()).toEqual(effects.toSorted());
});

test("of the hop that only shows the effect: its cause", () => {
  expect(shown(refused, 1, undefined)).toMatchObject({ main: "method-not-allowed-after-redirect", others: [] });
});

test("a refusal has the hop that was refused and the hop that caused it", () => {
  expect(find("method-not-allowed-after-redirect")).toMatchObject({ hop: 0, shownAt: 1 });
});

test("the finding whose badge was clicked, or its cause", () => {
  expect(shown(refused, undefined, find("redirect-to-error")).main).toBe("method-not-allowed-after-redirect");
  const chain = findFindings(chainOf(served(shop, 302, done), got));
  for (const finding of chain) expect(shown(chain, undefined, finding).main).toBe(finding.id);
});

test("nothing if no finding deserves a change", () => {
  const handled = findFindings(chainOf(post(303), got));
  expect(handled.length).toBeGreaterThan(0);
  expect(shown(handled, undefined, undefined).main).toBeUndefined();
  expect(shown(handled, undefined, undefined).others).toEqual(
    handled.map(({ id }) => id).filter((id) => id !== "method-changed"),
  );
});
