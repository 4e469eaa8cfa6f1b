package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** A learner for tests: the last value again, and the sum of all errors. */
public final class LastValueReferenceLearner implements ReferenceLearner {

  private static final String BEGINNING = "errors of last values: ";

  @Override
  public PointForecasts pointForecasts(SourcedSeries series, ForecastOptions options) {
    if (!new LastValueForecaster().models().contains(options.model())) {
      throw new IllegalArgumentException("no model has the name " + options.model());
    }
    List<Double> values = series.series().observations().stream().map(Observation::value).toList();
    List<Double> points = new ArrayList<>();
    double last = 0;
    for (double value : values) {
      points.add(last);
      last = value;
    }
    return new PointForecasts(series.source(), values, points);
  }

  @Override
  public Option<ErrorReference> learn(List<PointForecasts> series) {
    if (series.stream().noneMatch(each -> each.values().size() > 1)) {
      return Option.none();
    }
    double sum = series.stream().mapToDouble(LastValueReferenceLearner::errors).sum();
    return Option.some(new ErrorReference(BEGINNING + sum));
  }

  private static double errors(PointForecasts series) {
    double sum = 0;
    for (int i = 1; i < series.values().size(); i++) {
      sum += Math.abs(series.values().get(i) - series.points().get(i));
    }
    return sum;
  }

  @Override
  public Either<ReferenceUnreadable, ErrorReference> read(String document) {
    return document.startsWith(BEGINNING)
        ? Either.right(new ErrorReference(document))
        : Either.left(new ReferenceUnreadable("this is no sum of errors"));
  }
}
