/** Server configuration to copy, for the stack that the user selects. The selection is persisted. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { recipeIds, type RecipeId } from "../../src/model/findings/recipe.ts";
import { isStack, recipes, stacks, type Stack } from "./recipes/stacks.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { persistedSignal } from "../ui/persisted-signal.ts";
import { text } from "../ui/texts.ts";
import { recipeTexts } from "./page-title.ts";

const selectedStack = persistedSignal<Stack>("stack", "nginx", isStack);

export function Recipes({ shown }: { readonly shown: RecipeId | undefined }) {
  const stack = selectedStack.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.scrollIntoView(), [shown]);
  return (
    <>
      <p>
        <label>
          {text("recipeStack")}{" "}
          <select
            value={stack}
            onChange={({ currentTarget: { value } }) => {
              if (isStack(value)) selectedStack.value = value;
            }}
          >
            {stacks.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </p>
      <p class="dim">{text("recipeNote")}</p>
      {recipeIds.map((id) => (
        <section key={id}>
          <h3 ref={id === shown ? heading : null}>{text(recipeTexts[id])}</h3>
          <div class="recipe command">
            <pre>
              <code>{recipes[stack][id]}</code>
            </pre>
            <CopyButton content={recipes[stack][id]} label={text("recipeCopy")} />
          </div>
        </section>
      ))}
    </>
  );
}
