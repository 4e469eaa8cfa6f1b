package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.JudgedPrediction;

/**
 * How well forecasts came true.
 *
 * @param summaries by plugin and target, then the totals
 * @param calibration of all plugins and targets together
 */
public record ForecastQuality(List<AccuracySummary> summaries, CalibrationCurve calibration) {

  public ForecastQuality {
    requireNonNull(calibration, "calibration");
    summaries = List.copyOf(summaries);
  }

  public static ForecastQuality of(Collection<JudgedPrediction> judged) {
    return new ForecastQuality(AccuracySummary.of(judged), CalibrationCurve.of(judged));
  }

  /** How many forecasts it judges, totals among them. */
  public int judged() {
    return summaries.stream().mapToInt(each -> each.coverage().count()).sum();
  }
}
