/** The limits of a log. */

export interface LogLimits {
  /** Documents kept for a tab without a panel, so that a panel opened late shows how its page was reached. */
  readonly chainsPerUnwatchedTab: number;
  readonly chainsPerTab: number;
  /** Maximum size of all tabs. `storage.session`, where the log is saved, has a quota of 10 MiB. */
  readonly sizeBytes: number;
}

export const defaultLimits: LogLimits = {
  chainsPerUnwatchedTab: 10,
  chainsPerTab: 10_000,
  sizeBytes: 6 * 2 ** 20,
};
