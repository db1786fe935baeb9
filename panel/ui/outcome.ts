/** Where a part of the panel reports the outcome of an action. The page provides it; it shows the sentence for some seconds. */
import { createContext } from "preact";

export interface OutcomeReporter {
  report(sentence: string): void;
  fail(sentence: string): void;
}

export const Outcome = createContext<OutcomeReporter>({ report() {}, fail() {} });
