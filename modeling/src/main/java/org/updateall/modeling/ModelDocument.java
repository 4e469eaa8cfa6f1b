package org.updateall.modeling;

import io.vavr.control.Either;
import java.util.List;
import org.updateall.domain.forecast.ModelUnreadable;
import org.updateall.modeling.forecast.FittedForecaster;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ets.EtsModel;
import org.updateall.modeling.scale.PowerScale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a forecaster is kept: one JSON object that says its own format, with parameters, states and
 * scores as plain numbers.
 *
 * @param format version of this document
 * @param runs how many observations the forecaster learned from
 * @param scale the scale it works on
 * @param exponentialSmoothing the model
 * @param scores one-step errors on that scale, newest last
 * @param observed distinct values of late that bounds are snapped to
 */
record ModelDocument(
    int format,
    int runs,
    PowerScale scale,
    EtsModel exponentialSmoothing,
    List<Double> scores,
    List<Double> observed) {

  static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /**
   * @throws IllegalArgumentException if there are no runs, or the parts make no {@link
   *     FittedForecaster}
   */
  ModelDocument {
    if (runs < 1) {
      throw new IllegalArgumentException("runs is below 1: " + runs);
    }
    FittedForecaster whole = new FittedForecaster(scale, exponentialSmoothing, scores, observed);
    scores = whole.scores();
    observed = whole.observed();
  }

  static String write(FittedForecaster forecaster, int runs) {
    return MAPPER.writeValueAsString(
        new ModelDocument(
            FORMAT,
            runs,
            forecaster.scale(),
            exponentialSmoothing(forecaster.model()),
            forecaster.scores(),
            forecaster.observed()));
  }

  static Either<ModelUnreadable, ModelDocument> read(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      int format = tree.path("format").asInt(0);
      if (format != FORMAT) {
        return Either.left(
            new ModelUnreadable(
                "the kept model has format %d, this version reads format %d"
                    .formatted(format, FORMAT)));
      }
      return Either.right(MAPPER.treeToValue(tree, ModelDocument.class));
    } catch (JacksonException | IllegalArgumentException e) {
      return Either.left(new ModelUnreadable("the kept model is damaged: " + e.getMessage()));
    }
  }

  FittedForecaster forecaster() {
    return new FittedForecaster(scale, exponentialSmoothing, scores, observed);
  }

  private static EtsModel exponentialSmoothing(FittedModel model) {
    if (model instanceof EtsModel ets) {
      return ets;
    }
    throw new IllegalArgumentException("no way to keep a model of the form " + model.form());
  }
}
