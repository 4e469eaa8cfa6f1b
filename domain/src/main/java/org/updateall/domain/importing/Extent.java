package org.updateall.domain.importing;

/** How much of an update a source saw. */
public enum Extent {
  /** A piece of a transaction, as one call of dpkg is of one of apt's. */
  PART,
  /** One transaction of a package manager: packages are installed, once they are downloaded. */
  TRANSACTION,
  /** An update from its beginning to its end, with the download and any number of transactions. */
  SESSION,
  /** It was looked what there is to update, and nothing was installed. */
  CHECK
}
