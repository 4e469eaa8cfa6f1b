package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.Path;
import org.updateall.domain.exchange.ExportReport;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TargetRefused;

/**
 * Refuses to export a history.json in other forms than its own, for which it tells whether a place
 * may be taken.
 */
final class JsonLegacyHistoryExport implements HistoryExport {

  private final Path history;

  JsonLegacyHistoryExport(JsonLegacySettings settings) {
    this.history = settings.file();
  }

  @Override
  public Either<TargetRefused, ExportReport> write(ExportRequest request, Runnable eachRun) {
    return refused(
        request.target(),
        "cannot be made from a history.json",
        "Import that into a database first, or export with --format legacy.");
  }

  @Override
  public Either<TargetRefused, Path> place(Path wanted, boolean replace) {
    Path place = wanted.toAbsolutePath().normalize();
    if (isOwn(place)) {
      return refused(wanted, "belongs to the history itself", "Name another place.");
    }
    if (Files.isDirectory(place)) {
      return refused(wanted, "is a directory", "Name a file.");
    }
    return Files.exists(place) && !replace
        ? refused(wanted, "is there already", "Name another place, or let it be replaced.")
        : Either.right(place);
  }

  private boolean isOwn(Path place) {
    return place.equals(history)
        || place.equals(history.resolveSibling(history.getFileName() + ".lock"));
  }

  private static <T> Either<TargetRefused, T> refused(Path target, String reason, String remedy) {
    return Either.left(new TargetRefused(target, reason, remedy));
  }
}
