package org.updateall.domain.exchange;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.updateall.domain.retrieval.TrainingTable;

/** Port: writes training data as one table, for other programs; it is not meant to come back. */
public interface TrainingExport {

  /**
   * Writes one file with a row for each row of the table, in their order. The target comes into
   * being whole, as {@link HistoryExport} says.
   *
   * <p>The columns: {@code timestamp} (when the execution began), {@code hostname}, {@code
   * time_since_last_run} (seconds), {@code packages_total}; as announced beforehand {@code
   * packages_to_update}, {@code download_size_estimated}, {@code cpu_time_estimated}, {@code
   * wall_clock_estimated}, {@code memory_estimated}; {@code day_of_week} (0 for Monday), {@code
   * hour_of_day}, {@code is_weekend}; as it came {@code download_size_actual}, {@code
   * cpu_time_actual}, {@code wall_clock_actual}, {@code memory_peak_actual}, {@code status}. Times
   * are UTC and say so, sizes are bytes, and what is not known is absent.
   *
   * @param replace whether a file in that place may be replaced
   * @return the place, absolute; or the refusal, if it cannot be taken
   * @throws UncheckedIOException if the target cannot be written; no part of it is left
   */
  Either<TargetRefused, Path> write(
      TrainingTable table, Path target, ExchangeFormat format, boolean replace);
}
