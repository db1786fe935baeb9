/** Requests nothing and does nothing: the baseline of the overhead bench. */

globalThis.isIdle = true;
