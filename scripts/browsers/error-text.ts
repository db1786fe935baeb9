/** The message of a caught value, without the "Error:" that would repeat when errors are wrapped. */

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
