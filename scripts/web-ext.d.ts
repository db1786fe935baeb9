/** The part of web-ext that the scripts use; the package itself comes without types. */
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
