/** Builds `dist/`, the one unpacked extension for both browsers. The top-level manifest.json names every entry. */
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import webExtension from "vite-plugin-web-extension";

/**
 * One chunk for the modules that both pages import, one for what else the panel needs to open. Rolldown's automatic chunks
 * depend on the order of imports (decision D162).
 */
const pageChunks = [
  { name: "texts", test: /[\\/]panel[\\/]ui[\\/]texts\.ts$/, tags: ["$initial" as const] },
  { name: "panel", test: /^(?!.*[\\/]panel[\\/]log[\\/](?:devtools|panel)\.)/, tags: ["$initial" as const] },
];

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["chrome121", "firefox140"],
    modulePreload: false,
  },
  plugins: [
    copied(...filesIn("icons", ".png"), "LICENSE"),
    messages(...filesIn("_locales", ".json")),
    webExtension({
      additionalInputs: ["panel/log/panel.html"],
      disableAutoLaunch: true,
      printSummary: false,
      // It would fetch a schema from the network; `web-ext lint` checks the built manifest in the tests.
      skipManifestValidation: true,
      htmlViteConfig: {
        plugins: [withoutInnerHtml()],
        build: { rolldownOptions: { output: { codeSplitting: { groups: pageChunks } } } },
      },
    }),
  ],
});

/** Files that go along as they are. */
function copied(...fileNames: string[]): Plugin {
  return {
    name: "copied-files",
    generateBundle() {
      for (const fileName of fileNames) {
        this.emitFile({ type: "asset", fileName, source: readFileSync(fileName) });
      }
    },
  };
}

/** Messages without what only translators read: the descriptions and the spaces. */
function messages(...fileNames: string[]): Plugin {
  return {
    name: "messages",
    generateBundle() {
      for (const fileName of fileNames) {
        const source = JSON.stringify(JSON.parse(readFileSync(fileName, "utf8")), (key, value: unknown) =>
          key === "description" ? undefined : value,
        );
        this.emitFile({ type: "asset", fileName, source });
      }
    },
  };
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
}

/**
 * Removes Preact's dangerouslySetInnerHTML: the panel shows untrusted text and must have no way to show it as HTML
 * (decision D49). `web-ext lint` would warn about it, too.
 */
function withoutInnerHtml(): Plugin {
  return {
    name: "without-inner-html",
    transform(code, id) {
      if (!id.endsWith("/preact/dist/preact.mjs")) return undefined;
      const changed = code.replace(/\(\w+\.innerHTML=\w+\.__html\)/, "0");
      if (changed === code) this.error("Preact sets innerHTML in another way now: adapt this plugin.");
      return { code: changed, map: null };
    },
  };
}
