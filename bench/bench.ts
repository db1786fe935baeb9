/** The interface of a bench: it measures and returns its section of docs/performance.md as Markdown. */
import type { Cleanup } from "../scripts/interruption.ts";

export interface BenchContext {
  /** Unpacked extensions named on the command line, to be measured beside Hopscope. */
  readonly extensionDirs: readonly string[];
  readonly cleanup: Cleanup;
  /** Prints a line of progress. */
  readonly say: (line: string) => void;
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  readonly run: (context: BenchContext) => Promise<string>;
}
