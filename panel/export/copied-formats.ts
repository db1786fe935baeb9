/** The formats that can be copied. Format names are the same in every language. */
import type { ExportFormat } from "../../src/model/export/export-formats.ts";
import { text } from "../ui/texts.ts";

export interface CopiedFormat {
  readonly format: ExportFormat;
  readonly label: string;
}

/** A bash command is dangerous in cmd.exe: `&` in a URL would start another command. */
export const isOnWindows = /^win/i.test(navigator.platform);

export function copiedFormats(): readonly CopiedFormat[] {
  return [
    { format: "text", label: text("exportText") },
    { format: "markdown", label: "Markdown" },
    { format: "curl", label: "curl (bash)" },
    ...(isOnWindows ? [{ format: "curl-cmd", label: "curl (cmd)" } as const] : []),
  ];
}
