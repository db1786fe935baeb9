/** The code of a recipe for the selected stack, with a button that copies it. */
import type { RecipeId, RecipePlaces } from "../../src/model/findings/recipe.ts";
import { recipeCode } from "./recipes/stacks.ts";
import { selectedStack } from "./stack-picker.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { text } from "../ui/texts.ts";

interface RecipeShownProps {
  readonly recipe: RecipeId;
  /** Absent: examples. */
  readonly places?: Partial<RecipePlaces> | undefined;
}

export function RecipeShown({ recipe, places }: RecipeShownProps) {
  const code = recipeCode(selectedStack.value, recipe, places);
  return (
    <div class="recipe command">
      <pre>
        <code>{code}</code>
      </pre>
      <CopyButton content={code} label={text("recipeCopy")} />
    </div>
  );
}
