/** Links to the recipes that fix a finding. */
import { recipesOf, type Finding } from "../../src/model/findings/finding.ts";
import { recipeTexts } from "../reference/page-title.ts";
import { ReferenceLink } from "../reference/reference-link.tsx";
import { text } from "../ui/texts.ts";

export function RecipeLinks({ finding }: { readonly finding: Finding }) {
  return recipesOf(finding).map((recipe) => (
    <ReferenceLink key={recipe} place={{ page: "recipes", recipe }}>
      {text("howTo", text(recipeTexts[recipe]))}
    </ReferenceLink>
  ));
}
