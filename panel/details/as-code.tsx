/** Values within sentences (URLs, methods, errors), escaped and set in <code>. */
import { cutInMiddle, visibleUrl } from "../ui/visible-text.ts";

export function asCode(value: string | number) {
  return (
    <code>
      <bdi dir="ltr">{shown(String(value))}</bdi>
    </code>
  );
}

export function shown(untrusted: string): string {
  return cutInMiddle(visibleUrl(untrusted), 200);
}
