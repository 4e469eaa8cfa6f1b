package org.updateall.cli;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.history.FileRefused;

/**
 * Reads series out of tables: a row for each observation, those of one series in the order of time.
 * A series may go on in another file, and between its rows there may be others.
 */
final class SeriesReader {

  static final String SERIES = "series_id";
  static final String TIMESTAMP = "timestamp";
  static final String VALUE = "value";
  static final String SOURCE = "source";
  static final String METRIC = "metric";

  /** The columns that never are a covariate. */
  static final Set<String> OWN_COLUMNS = Set.of(SERIES, TIMESTAMP, VALUE, SOURCE, METRIC);

  private final List<String> covariates;
  private final Set<String> required;
  private final Set<String> missing;
  private final Defects defects = new Defects();
  private final Map<String, Growing> growing = new LinkedHashMap<>();

  /**
   * @param required the columns that every file has
   * @param wanted other columns, that at least one of the files has
   * @param covariates those of them that are covariates
   */
  private SeriesReader(Set<String> required, Set<String> wanted, List<String> covariates) {
    this.required = required;
    this.missing = new LinkedHashSet<>(wanted);
    this.covariates = covariates;
  }

  /** Reads series whose observations have times. */
  static SeriesReader timed(List<String> covariates, List<String> alsoWanted) {
    Set<String> wanted = new LinkedHashSet<>(covariates);
    wanted.addAll(alsoWanted);
    return new SeriesReader(columns(SERIES, TIMESTAMP, VALUE), wanted, covariates);
  }

  /** Reads series whose observations are a day apart where there is no column of times. */
  static SeriesReader perhapsTimed(List<String> covariates) {
    return new SeriesReader(columns(SERIES, VALUE), new LinkedHashSet<>(covariates), covariates);
  }

  /**
   * Reads all of the files.
   *
   * @return the series by their first appearance, or all that is wrong with the files
   */
  Either<List<FileRefused>, List<InputSeries>> read(List<Path> files) {
    for (Path file : files) {
      new CsvTable(file, defects).read(columns -> haveRequired(file, columns), this::take);
    }
    if (defects.isEmpty() && !missing.isEmpty()) {
      defects.add(
          files.get(files.size() - 1),
          "there is no column %s, nor in another file".formatted(String.join(", ", missing)),
          "Name a column that is there");
    }
    return defects.isEmpty()
        ? Either.right(growing.values().stream().map(Growing::series).toList())
        : Either.left(defects.found());
  }

  private boolean haveRequired(Path file, List<String> columns) {
    missing.removeAll(columns);
    for (String column : required) {
      if (!columns.contains(column)) {
        defects.add(
            file,
            1,
            "there is no column " + column,
            "The columns are %s; name them so, with commas between them"
                .formatted(String.join(", ", required)));
        return false;
      }
    }
    return true;
  }

  private void take(TableRow row) {
    Growing series = row.value(SERIES).map(name -> named(name, row)).getOrNull();
    if (series == null) {
      defects.add(row.file(), row.line(), "the series has no name", "Write it in series_id");
      return;
    }
    observation(series, row)
        .peek(observation -> append(series, observation, row))
        .peekLeft(reason -> defects.add(row.file(), row.line(), reason, "Correct it"));
  }

  private void append(Growing series, Observation observation, TableRow row) {
    if (series.endsAfter(observation.time())) {
      defects.add(
          row.file(),
          row.line(),
          "the series %s goes back in time, from %s to %s"
              .formatted(
                  series.name, series.lastTimestamp(), row.value(TIMESTAMP).getOrElse("none")),
          "Sort the rows of each series by time");
    } else {
      series.append(observation, row.value(TIMESTAMP).getOrElse(""));
    }
  }

  private Growing named(String name, TableRow row) {
    return growing.computeIfAbsent(
        name,
        first ->
            new Growing(first, row.value(SOURCE).getOrElse(""), row.value(METRIC).getOrElse("")));
  }

  private Either<String, Observation> observation(Growing series, TableRow row) {
    return time(series, row)
        .flatMap(
            time ->
                row.value(VALUE)
                    .toEither("there is no value")
                    .flatMap(CsvValue::measured)
                    .flatMap(
                        value ->
                            known(row, covariates)
                                .map(known -> new Observation(time, value, known, false))));
  }

  private Either<String, Instant> time(Growing series, TableRow row) {
    return row.columns().contains(TIMESTAMP)
        ? row.value(TIMESTAMP).toEither("there is no timestamp").flatMap(CsvValue::time)
        : Either.right(series.nextDay());
  }

  /** The covariates that a row tells; what is empty is not known. */
  static Either<String, Covariates> known(TableRow row, List<String> covariates) {
    Map<String, Double> known = new TreeMap<>();
    for (String covariate : covariates) {
      Either<String, Option<Double>> number = number(row, covariate);
      if (number.isLeft()) {
        return Either.left("%s: %s".formatted(covariate, number.getLeft()));
      }
      number.get().forEach(value -> known.put(covariate, value));
    }
    return Either.right(Covariates.of(known));
  }

  private static Either<String, Option<Double>> number(TableRow row, String column) {
    Option<String> text = row.value(column);
    return text.isEmpty()
        ? Either.right(Option.none())
        : CsvValue.number(text.get()).map(Option::some);
  }

  private static Set<String> columns(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  /** A series of which more may come. */
  private static final class Growing {

    private final String name;
    private final String source;
    private final String metric;
    private final List<Observation> observations = new ArrayList<>();
    private final List<String> timestamps = new ArrayList<>();

    Growing(String name, String source, String metric) {
      this.name = name;
      this.source = source;
      this.metric = metric;
    }

    boolean endsAfter(Instant time) {
      return !observations.isEmpty()
          && observations.get(observations.size() - 1).time().isAfter(time);
    }

    String lastTimestamp() {
      return timestamps.get(timestamps.size() - 1);
    }

    Instant nextDay() {
      return Instant.EPOCH.plus(Duration.ofDays(observations.size()));
    }

    void append(Observation observation, String timestamp) {
      observations.add(observation);
      timestamps.add(timestamp);
    }

    InputSeries series() {
      return new InputSeries(new ObservedSeries(name, observations), timestamps, source, metric);
    }
  }
}
