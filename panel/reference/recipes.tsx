/** Server configuration to copy, for the selected stack. */
import { recipeIds, type RecipeId } from "../../src/model/findings/recipe.ts";
import { text } from "../ui/texts.ts";
import { recipeTexts } from "./page-title.ts";
import { RecipeShown } from "./recipe-shown.tsx";
import { StackPicker } from "./stack-picker.tsx";

/** `marked`: the recipe that a link leads to. */
export function Recipes({ marked }: { readonly marked: RecipeId | undefined }) {
  return (
    <>
      <p>
        <StackPicker />
      </p>
      <p class="dim">{text("recipeNote")}</p>
      {recipeIds.map((id) => (
        <section key={id} aria-current={id === marked ? "true" : undefined}>
          <h3>{text(recipeTexts[id])}</h3>
          <RecipeShown recipe={id} />
        </section>
      ))}
    </>
  );
}
