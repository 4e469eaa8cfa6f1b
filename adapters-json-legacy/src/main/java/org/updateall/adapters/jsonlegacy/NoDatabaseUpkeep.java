package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.ZoneId;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.Compaction;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.StoreCopy;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.storage.StoreUpkeep;

/** A history.json has nothing of a database to look after: refuses everything. */
final class NoDatabaseUpkeep implements StoreUpkeep {

  private final Path file;

  NoDatabaseUpkeep(Path file) {
    this.file = file;
  }

  @Override
  public Option<StoreSummary> summary() {
    throw refusal();
  }

  @Override
  public CheckReport check() {
    throw refusal();
  }

  @Override
  public Either<FileRefused, StoreCopy> backUp(Path target) {
    throw refusal();
  }

  @Override
  public Option<Compaction> compact() {
    throw refusal();
  }

  @Override
  public Either<FileRefused, Salvage> repair(Path target) {
    throw refusal();
  }

  @Override
  public Either<FileRefused, Conversion> convert(ZoneId zone) {
    throw refusal();
  }

  private HistoryUnavailable refusal() {
    return new HistoryUnavailable(
        ("The history %s is a history.json, and no database to look after. Copy it as any file, or"
                + " name a database with --db.")
            .formatted(file));
  }
}
