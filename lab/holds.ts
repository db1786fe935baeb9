/**
 * Responses that wait until a test releases them (`hold=NAME` in the query), so that tests do not depend on the speed
 * of the machine.
 */

export interface Holds {
  /** Resolves when that name is released, or immediately if it already was. */
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
