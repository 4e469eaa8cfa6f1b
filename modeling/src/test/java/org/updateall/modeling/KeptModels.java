package org.updateall.modeling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.forecast.Upcoming;

/**
 * Models that were kept, each with what it predicts: documents under {@code src/test/resources}
 * that have to be readable as long as their format is.
 *
 * <p>They are written by {@link #main}. Once a version that writes such documents is in use they
 * must not be written anew: what they predict may only change with the members' own constants.
 */
final class KeptModels {

  static final String POOL = "kept-pool-4";
  static final String SMOOTHING = "kept-exponential-smoothing-4";

  /** What is asked of each of them, in the order in which the answers are kept. */
  static final Upcoming[] ASKED = {
    Upcoming.ahead(1), Upcoming.ahead(3), Upcoming.at(SeriesFixture.FIRST, announced())
  };

  private KeptModels() {}

  /** The document, as if it had been kept for this series. */
  static TrainedModel document(String name) {
    TrainedModel model = trained("exponential_smoothing", SeriesFixture.noisy(5));
    return new TrainedModel(model.key(), model.provenance(), text(name + ".json").strip());
  }

  /** The quantiles that it predicted when it was written, one row for each question. */
  static double[][] predictions(String name) {
    return text(name + ".csv")
        .lines()
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  /** The runs that it was trained on. */
  static TrainingSeries series() {
    return Announced.runs(24);
  }

  static double[][] predicted(TrainedModel model) {
    PrequentialModelTrainer trainer = trainer();
    return Arrays.stream(ASKED)
        .map(next -> trainer.predict(model, next).map(Prediction::distribution).get().quantiles())
        .toArray(double[][]::new);
  }

  private static Covariates announced() {
    return Covariates.of(Map.of(Covariates.PACKAGES, 20.0, Covariates.DOWNLOAD_BYTES, 6e7));
  }

  private static PrequentialModelTrainer trainer() {
    return new PrequentialModelTrainer(Clock.fixed(SeriesFixture.FIRST, ZoneOffset.UTC));
  }

  private static TrainedModel trained(String family, TrainingSeries series) {
    TrainingOptions options = new TrainingOptions(family, 1, null, null, false);
    return trainer().train(series, options, 0.9).get().model();
  }

  private static String text(String file) {
    try (InputStream in = KeptModels.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes them anew.
   *
   * @param arguments the folder of the resources of this package
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(folder, POOL, trained("pool", series()));
    write(folder, SMOOTHING, trained("exponential_smoothing", series()));
  }

  private static void write(Path folder, String name, TrainedModel model) throws IOException {
    String rows =
        Arrays.stream(predicted(model))
            .map(
                row ->
                    Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(folder.resolve(name + ".json"), model.document() + "\n");
    Files.writeString(folder.resolve(name + ".csv"), rows);
  }
}
