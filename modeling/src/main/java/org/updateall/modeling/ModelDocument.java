package org.updateall.modeling;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.domain.forecast.PastLevel;
import org.updateall.modeling.document.NamedRecords;
import org.updateall.modeling.document.RecordReader;
import org.updateall.modeling.evaluation.BacktestSums;
import org.updateall.modeling.forecast.Families;
import org.updateall.modeling.forecast.ForecasterState;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.interval.AdaptiveState;
import org.updateall.modeling.interval.EarlyErrors;
import org.updateall.modeling.interval.ExpertState;
import org.updateall.modeling.interval.IntervalMethodState;
import org.updateall.modeling.interval.QuantileRegressionState;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.preparation.SeriesConversion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * How a model is kept: one JSON object that says its own format, with parameters, states and errors
 * as plain numbers. A number that is not known is the text {@code "NaN"}. A fitted model of a
 * family says in {@code family} which one it is; no other class can be named.
 *
 * @param format version of this document
 * @param learned fingerprint of the observations that the model was told
 * @param runs how many of them were whole values
 * @param covariates the names of those that it uses, in the order of their places
 * @param zone whose clock says the hour and the day of an occasion
 * @param state what the forecaster remembers
 * @param unaware what the one remembers that knows no covariates; absent if there are none
 * @param backtest how it did on the way
 * @param early what a fleet says of errors; absent for what comes with this program, and not
 *     written then
 */
record ModelDocument(
    int format,
    String learned,
    int runs,
    List<String> covariates,
    String zone,
    ForecasterState state,
    @Nullable ForecasterState unaware,
    BacktestSums backtest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EarlyErrors early) {

  static final int FORMAT = 4;

  private static final String FAMILY = "family";
  private static final String METHOD = "method";
  private static final Map<String, Class<?>> METHODS =
      Map.of(
          "experts", ExpertState.class,
          "quantile regression", QuantileRegressionState.class,
          "adaptive", AdaptiveState.class);
  private static final RecordReader<ModelDocument> READER =
      new RecordReader<>(
          ModelDocument.class,
          Map.of(
              FittedModel.class,
              new NamedRecords(FAMILY, Map.copyOf(Families.modelTypes())),
              IntervalMethodState.class,
              new NamedRecords(METHOD, METHODS)));

  /**
   * @throws IllegalArgumentException if there are no runs, the covariates are not those of the
   *     state, or the zone is not known
   */
  ModelDocument {
    requireNonNull(learned, "learned");
    requireNonNull(state, "state");
    requireNonNull(backtest, "backtest");
    covariates = List.copyOf(covariates);
    if (runs < 1) {
      throw new IllegalArgumentException("runs is below 1: " + runs);
    }
    if (covariates.size() != state.recipe().covariates()) {
      throw new IllegalArgumentException("these are not the covariates: " + covariates);
    }
    requireKnown(zone);
    requireTwin(state, unaware);
  }

  private static void requireTwin(ForecasterState state, @Nullable ForecasterState unaware) {
    boolean alike =
        unaware == null
            ? state.recipe().covariates() == 0
            : unaware.recipe().equals(state.recipe().withoutCovariates())
                && state.recipe().covariates() > 0
                && unaware.told() == state.told();
    if (!alike) {
      throw new IllegalArgumentException("what is known without covariates is of another model");
    }
  }

  private static void requireKnown(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("zone is not known: " + zone, e);
    }
  }

  SeriesConversion conversion() {
    return new SeriesConversion(covariates, ZoneId.of(zone));
  }

  /** Where the newest runs lay in what had been predicted for them, oldest first. */
  List<PastLevel> pastLevels() {
    List<Double> times = state.levels().times();
    List<Double> levels = state.levels().levels();
    SeriesConversion conversion = conversion();
    return IntStream.range(0, times.size())
        .mapToObj(i -> new PastLevel(conversion.instant(times.get(i)), levels.get(i)))
        .toList();
  }

  /** Writes; made only where models are trained, for it takes long. */
  private static final class Writing {

    private static final JsonMapper MAPPER = mapper();

    /** Lets a fitted model say which family it is of. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = FAMILY)
    private interface NamedByFamily {}

    /** Lets what a method of intervals remembers say which method that is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = METHOD)
    private interface NamedByMethod {}

    private static JsonMapper mapper() {
      JsonMapper.Builder builder =
          JsonMapper.builder()
              .changeDefaultVisibility(Writing::componentsAlone)
              .addMixIn(FittedModel.class, NamedByFamily.class)
              .addMixIn(IntervalMethodState.class, NamedByMethod.class);
      METHODS.forEach((name, type) -> builder.registerSubtypes(new NamedType(type, name)));
      Families.modelTypes()
          .forEach((name, type) -> builder.registerSubtypes(new NamedType(type, name)));
      return builder.build();
    }

    /** What a record works out of its components, such as {@code isPool()}, is not written. */
    private static VisibilityChecker componentsAlone(VisibilityChecker visible) {
      return visible.withIsGetterVisibility(Visibility.NONE);
    }
  }

  static String write(String learned, int runs, SeriesConversion conversion, Learning learning) {
    return Writing.MAPPER.writeValueAsString(
        new ModelDocument(
            FORMAT,
            learned,
            runs,
            conversion.covariates(),
            conversion.zone().getId(),
            learning.forecaster().state(),
            Option.of(learning.unaware()).map(PrequentialForecaster::state).getOrNull(),
            learning.backtest(),
            learning.early()));
  }

  static Either<ModelUnreadable, ModelDocument> read(String text) {
    try {
      int format = RecordReader.number(text, "format"); // which is written first
      if (format != FORMAT) {
        return Either.left(
            new ModelUnreadable(
                "the kept model has format %d, this version reads format %d"
                    .formatted(format, FORMAT)));
      }
      return Either.right(READER.read(text));
    } catch (JacksonException | IllegalArgumentException e) {
      return Either.left(new ModelUnreadable("the kept model is damaged: " + e.getMessage()));
    }
  }
}
