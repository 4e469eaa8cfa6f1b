package org.updateall.domain.importing;

/** Takes what an importer reads, as it comes. */
public interface SightingSink {

  /** An update that the source remembers. */
  void take(Sighting sighting);

  /** Something in the source that tells of no update, or not without guessing. */
  void skip(SkippedRecord record);
}
