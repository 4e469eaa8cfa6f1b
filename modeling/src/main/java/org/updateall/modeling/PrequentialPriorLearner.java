package org.updateall.modeling;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.ReferenceUnreadable;
import org.updateall.domain.forecast.SeriesEvidence;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.EarlyErrors;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.interval.ReferenceLearning;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.pooling.HostPrior;
import org.updateall.modeling.pooling.SeriesSummary;
import org.updateall.modeling.preparation.PreparedSeries;
import org.updateall.modeling.preparation.SeriesConversion;
import org.updateall.modeling.preparation.SeriesPreparation;

/**
 * Learns from the last values of long series where levels lie and how far values spread, and from
 * their first values what errors of forecasts are like while a series is short.
 */
final class PrequentialPriorLearner implements PriorLearner {

  /** More series say nothing new; of more, so many are taken that lie evenly among all. */
  private static final int MOST_SERIES = 2000;

  private static final SeriesConversion CONVERSION =
      new SeriesConversion(List.of(), ZoneOffset.UTC);

  @Override
  public Option<SeriesEvidence> evidence(TrainingSeries series, TrainingOptions options) {
    PreparedSeries prepared = new SeriesPreparation(options, 1).prepare(series);
    if (prepared.observed() < ENOUGH_RUNS) {
      return Option.none();
    }
    return SeriesSummary.of(0, 0, HostPrior.positive(prepared.values()))
        .map(
            summary ->
                new SeriesEvidence(
                    String.valueOf(series.key().host().hostname()),
                    document(summary, first(prepared)).write()));
  }

  private static List<Observation> first(PreparedSeries prepared) {
    return prepared.observations().stream()
        .filter(each -> !each.lowerBound())
        .limit(ENOUGH_RUNS)
        .toList();
  }

  private static EvidenceDocument document(SeriesSummary summary, List<Observation> first) {
    return new EvidenceDocument(
        EvidenceDocument.FORMAT,
        summary.count(),
        summary.level(),
        summary.variance(),
        first.stream().map(Observation::value).toList(),
        points(first.stream().filter(each -> each.value() > 0).toList()));
  }

  /** As the pool forecasts without knowing more than the values. */
  private static List<Double> points(List<Observation> first) {
    TimeSeries series = CONVERSION.series(first, 1);
    PrequentialForecaster forecaster =
        PrequentialForecaster.of(new Recipe(Recipe.POOL, null, 0, 1, IntervalKind.POOL));
    List<Double> points = new ArrayList<>();
    for (int index = 0; index < series.size(); index++) {
      forecaster.prepare(series);
      points.add(forecaster.point(series.occasion(index)));
      forecaster.observe(series, index);
    }
    return points;
  }

  @Override
  public Option<PooledPrior> pool(List<SeriesEvidence> evidence) {
    int sources = (int) evidence.stream().map(SeriesEvidence::source).distinct().count();
    return sources < FEWEST_SOURCES
        ? Option.none()
        : Option.some(new PooledPrior(sources, pooled(evenly(evidence)).write()));
  }

  private static List<SeriesEvidence> evenly(List<SeriesEvidence> evidence) {
    int all = evidence.size();
    return all <= MOST_SERIES
        ? evidence
        : IntStream.range(0, MOST_SERIES)
            .mapToObj(i -> evidence.get((int) ((long) i * all / MOST_SERIES)))
            .toList();
  }

  private static PriorDocument pooled(List<SeriesEvidence> evidence) {
    ReferenceLearning learning = new ReferenceLearning();
    List<SeriesSummary> summaries = new ArrayList<>();
    List<double[]> first = new ArrayList<>();
    for (SeriesEvidence each : evidence) {
      EvidenceDocument document = EvidenceDocument.read(each.document());
      summaries.add(
          new SeriesSummary(0, 0, document.count(), document.level(), document.variance()));
      double[] values = numbers(document.values());
      first.add(values);
      learning.add(each.source(), HostPrior.positive(values), numbers(document.points()));
    }
    return new PriorDocument(
        PriorDocument.FORMAT, HostPrior.of(summaries, first), EarlyErrors.of(learning.all()));
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(each -> each).toArray();
  }

  @Override
  public Either<ReferenceUnreadable, PooledPrior> read(int sources, String document) {
    try {
      PriorDocument.read(document);
      return Either.right(new PooledPrior(sources, document));
    } catch (IllegalArgumentException e) {
      return Either.left(new ReferenceUnreadable(String.valueOf(e.getMessage())));
    }
  }
}
