package org.updateall.fleet.spark;

/** What is in a file is not what the table has; the message is a clause that says why. */
final class UnfitFile extends RuntimeException {

  UnfitFile(String clause) {
    super(clause);
  }
}
