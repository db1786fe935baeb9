/**
 * Answers that wait until a test says so (`hold=NAME` in the query): what a browser does meanwhile is then not a matter
 * of how fast the machine is.
 */

export interface Holds {
  /** Resolves when that name is released; at once when it was already. */
  wait(name: string): Promise<void>;
  release(name: string): void;
}

export function createHolds(): Holds {
  const gates = new Map<string, ReturnType<typeof gate>>();
  const gateOf = (name: string) => {
    const known = gates.get(name) ?? gate();
    gates.set(name, known);
    return known;
  };
  return {
    wait: (name) => gateOf(name).opened,
    release: (name) => gateOf(name).open(),
  };
}

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
