package org.updateall.domain.importing;

import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Service provider interface: reads what one source on a machine remembers of past updates. Found
 * by {@link java.util.ServiceLoader}, so an implementation is public with a public constructor
 * without parameters, and is named in {@code
 * META-INF/services/org.updateall.domain.importing.HistoryImporter}.
 *
 * <p>An importer reads and changes nothing. It opens regular files alone, never waits for a pipe or
 * a terminal, and keeps no more in memory than it is about to hand on, however large the source is.
 * What it does not find in the source stays absent. It may be used by one thread at a time.
 */
public interface HistoryImporter {

  /** What people and the store call the source: lower case, such as {@code apt}; never changed. */
  String id();

  /** What the source is and where it lies, for people; one line. */
  String description();

  /** Whether the source is private, and so is read only where somebody names it. */
  default boolean onlyWhenNamed() {
    return false;
  }

  /** Whether the source forgets within days, and so is read after every run. */
  default boolean forgetsSoon() {
    return false;
  }

  /** Whether the machine has the source, and whether it may be read; quick, and never fails. */
  Detection detect(SourceMachine machine);

  /**
   * Hands on everything that the source remembers, in any order. What cannot be read without
   * guessing is skipped with a reason, and does not stop the rest; so is a file that cannot be
   * read, where there are others. The same source gives sightings of the same identities, whenever
   * and however often it is read, also once it has grown or has partly rotated away.
   *
   * @param since what began before need not be handed on, where leaving it out saves time; absent
   *     for everything
   * @throws UncheckedIOException if the source as a whole can no longer be read
   */
  void read(SourceMachine machine, @Nullable Instant since, SightingSink sink);
}
