/** What can be copied of a log: names of formats, which are the same in every language, and the shells that curl is for. */
import type { ExportFormat } from "../../src/model/export/export-formats.ts";
import { text } from "../ui/texts.ts";

export interface CopiedFormat {
  readonly format: ExportFormat;
  readonly label: string;
}

/** In cmd.exe a command for bash is not only wrong: `&` in a URL would begin another command. */
export const isOnWindows = /^win/i.test(navigator.platform);

export function copiedFormats(): readonly CopiedFormat[] {
  return [
    { format: "text", label: text("exportText") },
    { format: "markdown", label: "Markdown" },
    { format: "curl", label: "curl (bash)" },
    ...(isOnWindows ? [{ format: "curl-cmd", label: "curl (cmd)" } as const] : []),
  ];
}
