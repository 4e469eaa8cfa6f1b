package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.updateall.domain.history.HistoryCounts;

/**
 * What became of a store of the Python update-all.
 *
 * @param database the new store, in the place of the old one
 * @param original where the old one is kept
 * @param zone the zone in which its times were read
 * @param converted how much the new store holds
 * @param leftOutCount how many records could not be read without guessing
 * @param leftOut the first {@value #MAX_LEFT_OUT} of them
 */
public record Conversion(
    Path database,
    Path original,
    ZoneId zone,
    HistoryCounts converted,
    long leftOutCount,
    List<LeftOut> leftOut) {

  public static final int MAX_LEFT_OUT = 10_000;

  /**
   * A record that was left out.
   *
   * @param table the table that it stands in
   * @param id its id there
   * @param reasons every reason found, at least one
   */
  public record LeftOut(String table, String id, List<String> reasons) {

    public LeftOut {
      requireNonNull(table, "table");
      requireNonNull(id, "id");
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException(id + " is left out without a reason");
      }
    }
  }

  public Conversion {
    requireNonNull(database, "database");
    requireNonNull(original, "original");
    requireNonNull(zone, "zone");
    requireNonNull(converted, "converted");
    leftOut = List.copyOf(leftOut);
  }
}
