package org.updateall.domain.exchange;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import org.updateall.domain.history.HistoryCounts;

/**
 * What an export holds, read from its first to its last byte.
 *
 * @param file the file or directory
 * @param format its form
 * @param exportedAt when it was made
 * @param counts how much of a history it holds
 * @param models how many trained models it holds
 * @param sha256 digest of all that it holds, lower-case hexadecimal
 */
public record ExportSurvey(
    Path file,
    ExchangeFormat format,
    Instant exportedAt,
    HistoryCounts counts,
    long models,
    String sha256) {

  public ExportSurvey {
    requireNonNull(file, "file");
    requireNonNull(format, "format");
    requireNonNull(exportedAt, "exportedAt");
    requireNonNull(counts, "counts");
    requireNonNull(sha256, "sha256");
  }
}
