/** Where the other extensions are that some scenarios install beside Hopscope. */
import { join } from "node:path";

export type LabExtension = "redirecting" | "listening";

export function labExtensionDir(name: LabExtension): string {
  return join(import.meta.dirname, name);
}
