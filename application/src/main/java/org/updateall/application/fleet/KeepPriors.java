package org.updateall.application.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.history.FileRefused;

/** Use case: keep what a fleet says of new hosts, look at it, and forget it. */
public final class KeepPriors {

  private final PriorShelf shelf;
  private final PriorLearner learner;

  public KeepPriors(PriorShelf shelf, PriorLearner learner) {
    this.shelf = shelf;
    this.learner = learner;
  }

  /**
   * Reads a file of priors, and puts them in the place of those at hand.
   *
   * @return what is at hand now; or why the file is refused, with the remedy, and those before stay
   * @throws UncheckedIOException if they cannot be kept
   */
  public Either<FileRefused, PriorTable> bringIn(Path file) {
    return shelf.read(file).flatMap(table -> allReadable(file, table)).peek(shelf::keep);
  }

  private Either<FileRefused, PriorTable> allReadable(Path file, PriorTable table) {
    for (PooledPrior prior : table.priors().values()) {
      Option<FileRefused> refused =
          learner
              .read(prior.sources(), prior.document())
              .swap()
              .toOption()
              .map(
                  unreadable ->
                      new FileRefused(
                          file,
                          "",
                          unreadable.reason(),
                          "Update update-all, or have the file made anew."));
      if (refused.isDefined()) {
        return Either.left(refused.get());
      }
    }
    return Either.right(table);
  }

  /**
   * What is at hand.
   *
   * @return none if nothing; the refusal if what is kept is damaged
   */
  public Either<FileRefused, Option<PriorTable>> current() {
    return shelf.current();
  }

  /**
   * Forgets what is at hand.
   *
   * @return whether there was anything
   * @throws UncheckedIOException if it cannot be removed
   */
  public boolean forget() {
    return shelf.remove();
  }
}
