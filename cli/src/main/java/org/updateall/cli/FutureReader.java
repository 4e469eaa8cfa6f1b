package org.updateall.cli;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.FileRefused;

/**
 * Reads what is known of the values to come out of a table: a row for each step of a series, the
 * next one first.
 */
final class FutureReader {

  private final List<String> covariates;
  private final Set<String> names;
  private final Defects defects = new Defects();
  private final Map<String, List<Covariates>> next = new HashMap<>();

  /**
   * @param series those that there are
   */
  FutureReader(List<InputSeries> series, List<String> covariates) {
    this.names = series.stream().map(each -> each.series().name()).collect(Collectors.toSet());
    this.covariates = covariates;
  }

  /** The covariates by series, or all that is wrong with the file. */
  Either<List<FileRefused>, Map<String, List<Covariates>>> read(Path file) {
    new CsvTable(file, defects).read(columns -> haveAll(file, columns), this::take);
    return defects.isEmpty() ? Either.right(Map.copyOf(next)) : Either.left(defects.found());
  }

  private boolean haveAll(Path file, List<String> columns) {
    List<String> required = new ArrayList<>(List.of(SeriesReader.SERIES));
    required.addAll(covariates);
    required.removeAll(columns);
    required.forEach(
        column ->
            defects.add(
                file, 1, "there is no column " + column, "Add it; what is not known stays empty"));
    return required.isEmpty();
  }

  private void take(TableRow row) {
    String name = row.value(SeriesReader.SERIES).getOrElse("");
    if (!names.contains(name)) {
      defects.add(
          row.file(),
          row.line(),
          "there is no series '%s' to forecast".formatted(name),
          "Give its observations, too, or leave it out");
      return;
    }
    SeriesReader.known(row, covariates)
        .peek(known -> next.computeIfAbsent(name, first -> new ArrayList<>()).add(known))
        .peekLeft(reason -> defects.add(row.file(), row.line(), reason, "Correct it"));
  }
}
