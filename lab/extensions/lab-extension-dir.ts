/** Folders of the extensions that some scenarios install with Hopscope. */
import { join } from "node:path";

export type LabExtension = "redirecting" | "listening";

export function labExtensionDir(name: LabExtension): string {
  return join(import.meta.dirname, name);
}
