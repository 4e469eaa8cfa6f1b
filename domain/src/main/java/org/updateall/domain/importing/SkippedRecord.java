package org.updateall.domain.importing;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What an importer left out, and why.
 *
 * @param place the file or the program that it stands in
 * @param line the line there, from 1; absent where there are no lines, or all of it is meant
 * @param reason why, as the rest of a sentence such as "has no end"
 */
public record SkippedRecord(String place, @Nullable Long line, String reason) {

  public SkippedRecord {
    requireNonNull(place, "place");
    requireNonNull(reason, "reason");
  }
}
