package org.updateall.domain.importing;

import org.updateall.domain.history.Coverage;

/** How much of an update a source saw. */
public enum Extent {
  /** A piece of a transaction, as one call of dpkg is of one of apt's. */
  PART(Coverage.INSTALL),
  /** One transaction of a package manager: packages are installed, once they are downloaded. */
  TRANSACTION(Coverage.INSTALL),
  /** An update from its beginning to its end, with the download and any number of transactions. */
  SESSION(Coverage.WHOLE),
  /** It was looked what there is to update, and nothing was installed. */
  CHECK(Coverage.CHECK);

  private final Coverage coverage;

  Extent(Coverage coverage) {
    this.coverage = coverage;
  }

  /** What an execution covers of which no more is known. */
  public Coverage coverage() {
    return coverage;
  }
}
