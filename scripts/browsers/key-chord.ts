/** Parses "Control+Shift+f", and maps non-printing keys to WebDriver's characters. */

const MODIFIERS = ["Shift", "Control", "Alt", "Meta"] as const;
export type Modifier = (typeof MODIFIERS)[number];

export interface KeyChord {
  readonly modifiers: readonly Modifier[];
  /** A value of KeyboardEvent.key. */
  readonly key: string;
}

export function parseKeyChord(text: string): KeyChord {
  const modifiers: Modifier[] = [];
  let key = text;
  for (;;) {
    const modifier = MODIFIERS.find((name) => key.startsWith(`${name}+`));
    if (modifier === undefined) return { modifiers, key };
    modifiers.push(modifier);
    key = key.slice(modifier.length + 1);
  }
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const WEBDRIVER_KEYS: ReadonlyMap<string, string> = new Map([
  ["Backspace", "\uE003"],
  ["Tab", "\uE004"],
  ["Enter", "\uE007"],
  ["Shift", "\uE008"],
  ["Control", "\uE009"],
  ["Alt", "\uE00A"],
  ["Escape", "\uE00C"],
  ["Space", " "],
  ["PageUp", "\uE00E"],
  ["PageDown", "\uE00F"],
  ["End", "\uE010"],
  ["Home", "\uE011"],
  ["ArrowLeft", "\uE012"],
  ["ArrowUp", "\uE013"],
  ["ArrowRight", "\uE014"],
  ["ArrowDown", "\uE015"],
  ["Insert", "\uE016"],
  ["Delete", "\uE017"],
  ["Meta", "\uE03D"],
  ...Array.from({ length: 12 }, (_, index): [string, string] => [
    `F${index + 1}`,
    String.fromCodePoint(0xe031 + index),
  ]),
]);

export function webdriverKey(key: string): string {
  const value = WEBDRIVER_KEYS.get(key) ?? key;
  if (!/^.$/u.test(value)) throw new Error(`"${key}" is not a key this driver knows.`);
  return value;
}
