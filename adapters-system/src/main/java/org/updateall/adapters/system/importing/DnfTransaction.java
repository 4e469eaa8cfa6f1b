package org.updateall.adapters.system.importing;

/**
 * A transaction as dnf writes it down, whichever its version.
 *
 * @param id its number
 * @param state how it went on
 * @param span from its begin to its end
 * @param packages how many packages it was to put in place, be they new, newer, older or the same
 * @param done how many of them dnf says are in place
 */
record DnfTransaction(long id, State state, RecordedSpan span, int packages, int done) {

  /** How a transaction went on. */
  enum State {
    DONE,
    FAILED,
    /** It was begun, and nothing more is known. */
    BEGUN
  }
}
