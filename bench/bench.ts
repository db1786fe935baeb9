/** What a bench is: it measures, and gives its section of docs/performance.md as Markdown. */
import type { Cleanup } from "../scripts/interruption.ts";

export interface BenchContext {
  /** Unpacked extensions named on the command line, to be measured beside Hopscope. */
  readonly extensionDirs: readonly string[];
  readonly cleanup: Cleanup;
  /** A line of progress for a person to read. */
  readonly say: (line: string) => void;
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  readonly run: (context: BenchContext) => Promise<string>;
}
