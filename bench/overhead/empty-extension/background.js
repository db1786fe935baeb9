/** Asks for nothing and does nothing: the baseline of the overhead bench, which the drivers start like Hopscope. */

globalThis.isIdle = true;
