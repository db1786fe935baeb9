/**
 * The one error a request can cause by what it asks for. It is a class of its own so that the answer can be 400 with
 * its sentence, while any other error is a bug of the lab and answers 500.
 */

/** The message is one sentence for a person, without a full stop at its end. */
export class BadQuery extends Error {
  override readonly name = "BadQuery";
}
