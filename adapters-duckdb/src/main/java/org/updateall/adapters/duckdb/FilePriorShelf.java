package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.history.FileRefused;

/** Keeps priors in a file beside the history. */
final class FilePriorShelf implements PriorShelf {

  private static final String NAME = "priors.json";
  private static final String REMOVE =
      "Remove it with 'update-all priors remove', or bring it in again with 'update-all priors"
          + " import FILE'.";

  private final Path kept;
  private final ExportTarget targets;

  @Inject
  FilePriorShelf(ExchangeSettings settings) {
    this.kept = settings.store().resolveSibling(NAME);
    this.targets = new ExportTarget(settings);
  }

  @Override
  public Either<FileRefused, Option<PriorTable>> current() {
    return Files.exists(kept)
        ? read(kept)
            .map(Option::some)
            .mapLeft(
                refused ->
                    new FileRefused(refused.file(), refused.place(), refused.reason(), REMOVE))
        : Either.right(Option.none());
  }

  @Override
  public Either<FileRefused, PriorTable> read(Path file) {
    try {
      return Either.right(PriorFile.read(file));
    } catch (PriorFile.Fault e) {
      return Either.left(new FileRefused(file, "", String.valueOf(e.getMessage()), e.remedy()));
    } catch (IOException e) {
      return Either.left(
          new FileRefused(
              file, "", "it cannot be read: " + Breakdown.clause(e), "Name another file."));
    }
  }

  @Override
  public void keep(PriorTable table) {
    Unwritable.orElse(
        kept,
        () -> {
          Path directory = kept.getParent();
          if (directory != null) {
            PrivateFiles.createDirectories(directory);
          }
          publish(table, kept, true);
        });
  }

  @Override
  public boolean remove() {
    return Unwritable.unlessDone(kept, () -> Files.deleteIfExists(kept));
  }

  @Override
  public Either<TargetRefused, Path> write(PriorTable table, Path target, boolean replace) {
    return Unwritable.unlessDone(
        target,
        () ->
            targets
                .file(target, replace)
                .peek(place -> Unwritable.orElse(place, () -> publish(table, place, replace))));
  }

  private static void publish(PriorTable table, Path place, boolean replace) throws IOException {
    try (ExportDraft draft = ExportDraft.ofFile(place)) {
      PriorFile.write(table, draft.path());
      draft.publish(replace);
    }
  }
}
