package org.updateall.application.importing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.SkippedRecord;

/**
 * What came of one source.
 *
 * @param id which source
 * @param description what it is
 * @param detection whether it is there
 * @param found how many updates, or parts of them, it remembers in the period that was asked for
 * @param skippedCount how many records it has that tell of no update
 * @param skipped the first {@value #MAX_SKIPPED} of them
 * @param failure why it could not be read to its end; absent if it was
 */
public record SourceReport(
    String id,
    String description,
    Detection detection,
    long found,
    long skippedCount,
    List<SkippedRecord> skipped,
    @Nullable String failure) {

  public static final int MAX_SKIPPED = 1000;

  public SourceReport {
    requireNonNull(id, "id");
    requireNonNull(description, "description");
    requireNonNull(detection, "detection");
    skipped = List.copyOf(skipped);
  }
}
