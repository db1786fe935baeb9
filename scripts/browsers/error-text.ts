/** What a caught value says, without the "Error:" that would pile up when errors are wrapped. */

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
