/** What the drivers need to know about the extension: the title of its panel, and parts of its manifest. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The panel's title in DevTools, the same in every language. */
export const PANEL_TITLE = "Redirects";

export interface ExtensionFacts {
  /** Firefox's id of the extension; undefined when the manifest has none. */
  readonly geckoId: string | undefined;
  /** The page that creates the panel, without a leading slash; "" when the manifest has none. */
  readonly devtoolsPage: string;
}

export async function readExtensionFacts(extensionDir: string): Promise<ExtensionFacts> {
  const path = join(extensionDir, "manifest.json");
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`There is no manifest.json in ${extensionDir}: is the extension built?`);
  });
  const manifest: unknown = JSON.parse(text);
  const geckoId = property(property(property(manifest, "browser_specific_settings"), "gecko"), "id");
  const devtoolsPage = property(manifest, "devtools_page");
  return {
    geckoId: typeof geckoId === "string" ? geckoId : undefined,
    devtoolsPage: typeof devtoolsPage === "string" ? devtoolsPage.replace(/^\//, "") : "",
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
