package org.updateall.adapters.duckdb;

import org.jspecify.annotations.Nullable;

/** How much of one run of an export is read: a hostile file must not fill the memory. */
final class RunAllowance {

  private int rows;
  private long characters;

  void begin() {
    rows = 0;
    characters = 0;
  }

  /**
   * @throws IllegalArgumentException if the run is larger than any that is read
   */
  void spend(@Nullable Object[] values) {
    rows++;
    for (Object value : values) {
      characters += value instanceof String text ? text.length() : 0;
    }
    if (rows > ExportReading.MAX_RUN_ROWS || characters > ExportReading.MAX_RUN_LENGTH) {
      throw new IllegalArgumentException("the run is too large to be read");
    }
  }
}
