/** Types for the used part of web-ext, which has none. */
declare module "web-ext" {
  export interface LinterMessage {
    readonly code: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
  }

  export interface LinterResult {
    readonly errors: readonly LinterMessage[];
    readonly notices: readonly LinterMessage[];
    readonly warnings: readonly LinterMessage[];
  }

  export const cmd: {
    lint(
      options: Readonly<Record<string, unknown>>,
      context: { readonly shouldExitProgram: boolean },
    ): Promise<LinterResult>;
  };
}
