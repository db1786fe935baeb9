/** The server, framework or language whose configuration is shown. The selection is persisted. */
import { isStack, stacks, type Stack } from "./recipes/stacks.ts";
import { persistedSignal } from "../ui/persisted-signal.ts";
import { text } from "../ui/texts.ts";

export const selectedStack = persistedSignal<Stack>("stack", "nginx", isStack);

export function StackPicker() {
  return (
    <label>
      {text("recipeStack")}{" "}
      <select
        value={selectedStack.value}
        onChange={({ currentTarget: { value } }) => {
          if (isStack(value)) selectedStack.value = value;
        }}
      >
        {stacks.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
