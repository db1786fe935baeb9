/** How much of the panel the list takes beside (wide) or above (narrow) the details, in percent, as the person left it. */
import { largestList, smallestList } from "../ui/splitter.tsx";
import { remembered } from "../ui/persisted-signal.ts";

export const listSizes = { wide: listSize("list-size-wide", 64), narrow: listSize("list-size-narrow", 50) };

function listSize(name: string, usual: number) {
  const isSize = (value: unknown): value is number =>
    typeof value === "number" && value >= smallestList && value <= largestList;
  return { usual, size: remembered(name, usual, isSize) };
}
