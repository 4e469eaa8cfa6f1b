package org.updateall.modeling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PointForecasts;
import org.updateall.domain.forecast.ReferenceLearner;
import org.updateall.domain.forecast.ReferenceUnreadable;
import org.updateall.domain.forecast.SourcedSeries;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.interval.ReferenceDocument;
import org.updateall.modeling.interval.ReferenceErrors;
import org.updateall.modeling.interval.ReferenceLearning;
import org.updateall.modeling.model.TimeSeries;

/** Learns what errors are like from the forecasts that intervals are made about. */
final class PrequentialReferenceLearner implements ReferenceLearner {

  @Override
  public PointForecasts pointForecasts(SourcedSeries series, ForecastOptions options) {
    SeriesSetting setting = new SeriesSetting(options);
    PrequentialForecaster forecaster = setting.forecaster(ReferenceErrors.shipped());
    TimeSeries converted = setting.series(series.series());
    List<Double> points = new ArrayList<>();
    for (int index = 0; index < converted.size(); index++) {
      forecaster.prepare(converted);
      points.add(forecaster.point(converted.occasion(index)));
      forecaster.observe(converted, index);
    }
    List<Double> values = series.series().observations().stream().map(Observation::value).toList();
    return new PointForecasts(series.source(), values, points);
  }

  @Override
  public Option<ErrorReference> learn(List<PointForecasts> series) {
    if (series.stream().noneMatch(each -> each.values().size() > 1)) {
      return Option.none();
    }
    ReferenceLearning learning = new ReferenceLearning();
    series.forEach(
        each -> learning.add(each.source(), numbers(each.values()), numbers(each.points())));
    return Option.some(
        new ErrorReference(new String(ReferenceDocument.write(learning.all()), UTF_8)));
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(each -> each).toArray();
  }

  @Override
  public Either<ReferenceUnreadable, ErrorReference> read(String document) {
    try {
      ReferenceDocument.read(document.getBytes(UTF_8));
      return Either.right(new ErrorReference(document));
    } catch (IllegalArgumentException e) {
      return Either.left(new ReferenceUnreadable(String.valueOf(e.getMessage())));
    }
  }
}
