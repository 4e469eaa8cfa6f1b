package org.updateall.adapters.duckdb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.Run;

/**
 * An export that is being read from its beginning to its end: all runs, then all models, then the
 * counts. Every method throws {@link ExportFault} for what cannot be read.
 */
interface ExportReading extends AutoCloseable {

  /** How many bytes or characters a run may have. */
  int MAX_RUN_LENGTH = 32_000_000;

  /** How many executions, steps and announcements a run may have together. */
  int MAX_RUN_ROWS = 25_000;

  ExchangeFormat format();

  Instant exportedAt();

  /** The next run; null after the last. */
  @Nullable Run nextRun();

  /** Passes over all runs, unread. */
  void skipRuns();

  /** The next model; null after the last. */
  @Nullable TrainedModel nextModel();

  /** What the export itself says that it holds; it must end here. */
  Manifest.Counts end();

  /** A fault in what was read last. */
  ExportFault fault(String reason);

  @Override
  void close();
}
