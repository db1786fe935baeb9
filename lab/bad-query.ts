/**
 * The error for an invalid query. Its own class, because it becomes a 400 with its message, while any other error is a
 * bug in the lab and becomes a 500.
 */

/** The message is one sentence without a full stop. */
export class BadQuery extends Error {
  override readonly name = "BadQuery";
}
