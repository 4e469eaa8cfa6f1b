package org.updateall.domain.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of an old history that cannot be read without guessing, and why.
 *
 * @param number place of the record in the file, from 1
 * @param line line on which the record begins, from 1
 * @param id the record's own id, if it has a readable one
 * @param reasons every reason found, at least one
 */
public record QuarantinedRecord(int number, long line, @Nullable String id, List<String> reasons) {

  public QuarantinedRecord {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("record " + number + " is quarantined without a reason");
    }
  }
}
