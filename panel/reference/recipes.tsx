/** Server configuration to copy, for the stack that the user selects. The selection is persisted. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { recipeIds, type RecipeId } from "../../src/model/findings/recipe.ts";
import { isStack, recipes, stacks, type Stack } from "./recipes/stacks.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { text } from "../ui/texts.ts";
import { recipeTexts } from "./page-title.ts";

const stackKey = "stack";

export function Recipes({ shown }: { readonly shown: RecipeId | undefined }) {
  const [stack, setStack] = useState<Stack>(savedStack);
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
              if (!isStack(value)) return;
              setStack(value);
              localStorage.setItem(stackKey, value);
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

function savedStack(): Stack {
  const name = localStorage.getItem(stackKey);
  return isStack(name) ? name : "nginx";
}
