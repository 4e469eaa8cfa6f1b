package org.updateall.domain.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.history.FileRefused;

/** A shelf for tests that holds its files itself. */
public final class InMemoryPriorShelf implements PriorShelf {

  private final Map<Path, PriorTable> files = new ConcurrentHashMap<>();
  private final AtomicReference<Option<PriorTable>> kept = new AtomicReference<>(Option.none());

  @Override
  public Either<FileRefused, Option<PriorTable>> current() {
    return Either.right(kept.get());
  }

  @Override
  public Either<FileRefused, PriorTable> read(Path file) {
    return Option.of(files.get(file))
        .toEither(() -> new FileRefused(file, "", "it is not there", "Name another file."));
  }

  @Override
  public void keep(PriorTable table) {
    kept.set(Option.some(table));
  }

  @Override
  public boolean remove() {
    return kept.getAndSet(Option.none()).isDefined();
  }

  @Override
  public Either<TargetRefused, Path> write(PriorTable table, Path target, boolean replace) {
    if (!replace && files.containsKey(target)) {
      return Either.left(new TargetRefused(target, "is there already", "Name another file."));
    }
    files.put(target, table);
    return Either.right(target.toAbsolutePath());
  }
}
