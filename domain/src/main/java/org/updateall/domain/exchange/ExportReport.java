package org.updateall.domain.exchange;

import java.nio.file.Path;
import org.updateall.domain.history.HistoryCounts;

/**
 * What an export holds.
 *
 * @param target the file or directory that was made
 * @param format its form
 * @param counts how much of the history it holds
 * @param models how many trained models it holds
 */
public record ExportReport(Path target, ExchangeFormat format, HistoryCounts counts, long models) {}
