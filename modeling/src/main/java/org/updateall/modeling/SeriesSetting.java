package org.updateall.modeling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.ScaleChoice;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.ReferenceDocument;
import org.updateall.modeling.interval.ReferenceErrors;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;
import org.updateall.modeling.scale.Power;

/** How a series is forecast, from the options that a user gave to what computes. */
final class SeriesSetting {

  private final ForecastOptions options;

  /**
   * @throws IllegalArgumentException if the model is not known
   */
  SeriesSetting(ForecastOptions options) {
    this.options = options;
    if (!models().contains(options.model())) {
      throw new IllegalArgumentException(
          "there is no model %s, only %s".formatted(options.model(), models()));
    }
  }

  static List<String> models() {
    return Recipe.models();
  }

  /**
   * One that has seen nothing yet.
   *
   * @throws IllegalArgumentException if the reference cannot be read
   */
  PrequentialForecaster forecaster() {
    ErrorReference reference = options.reference();
    return forecaster(
        reference == null
            ? ReferenceErrors.shipped()
            : ReferenceDocument.read(reference.document().getBytes(UTF_8)));
  }

  /** One that has seen nothing yet, whatever reference the options name. */
  PrequentialForecaster forecaster(ReferenceErrors reference) {
    return PrequentialForecaster.of(
        new Recipe(
            options.model(),
            power(options.scale()),
            options.covariates().size(),
            season(),
            IntervalKinds.of(options.intervals())),
        reference);
  }

  /** Whether many models forecast, and by past values alone. */
  boolean isPoolAlone() {
    return options.model().equals(ForecastOptions.POOL) && options.covariates().isEmpty();
  }

  SeriesConversion conversion() {
    return new SeriesConversion(options.covariates(), options.zone());
  }

  TimeSeries series(ObservedSeries series) {
    return conversion().series(series.observations(), season());
  }

  private int season() {
    Integer season = options.season();
    return season == null ? 1 : season;
  }

  private static @Nullable Power power(ScaleChoice scale) {
    return switch (scale) {
      case AUTO -> null;
      case RAW -> Power.IDENTITY;
      case SQUARE_ROOT -> Power.SQUARE_ROOT;
      case LOGARITHM -> Power.LOGARITHM;
    };
  }
}
