package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.PriorShelf;

/** Writes what training a fleet came to as a directory of Parquet files. */
final class ParquetFleetOutput implements FleetOutput {

  /** Written last. */
  static final String SUCCESS = "_SUCCESS";

  /** What an unfinished one is to become. */
  static final String PLAN = "plan";

  static final String PRIORS = "priors.json";
  static final String PARTITIONS = "partitions.json";
  static final String METRICS = "metrics.json";

  private static final Set<String> NAMES =
      Set.of(FleetForecast.TABLE, FleetModel.TABLE, PRIORS, PARTITIONS, METRICS, SUCCESS);

  private final PriorShelf shelf;

  @Inject
  ParquetFleetOutput(PriorShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Either<TargetRefused, Draft> begin(Path wanted, String plan) {
    Path target = wanted.toAbsolutePath().normalize();
    return Unwritable.unlessDone(
        target,
        () -> {
          Option<TargetRefused> refusal = refusal(target);
          return refusal.isDefined() ? Either.left(refusal.get()) : draft(target, plan);
        });
  }

  private static Option<TargetRefused> refusal(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null || target.getFileName() == null) {
      return refused(target, "is no place for a directory", "Name another place.");
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isOutput(target)) {
      return refused(
          target, "is there already, and is no output of this command", "Name another place.");
    }
    return Option.none();
  }

  /** Whether there is what this program wrote, or an empty directory. */
  static boolean isOutput(Path target) throws IOException {
    if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> files = Files.list(target)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      return names.isEmpty() || (names.contains(PARTITIONS) && NAMES.containsAll(names));
    }
  }

  private Either<TargetRefused, Draft> draft(Path target, String plan) throws IOException {
    Path parent = target.resolveSibling("");
    PrivateFiles.createDirectories(parent);
    Path directory = target.resolveSibling("." + target.getFileName() + ".unfinished");
    Option<DraftLock> lock = DraftLock.of(target);
    if (lock.isEmpty()) {
      return refused(
              target, "is being written by another process", "Wait for it, or name another place.")
          .<Either<TargetRefused, Draft>>map(Either::left)
          .get();
    }
    try {
      bringBack(target);
      prepare(directory, plan);
    } catch (Throwable e) {
      lock.get().close();
      throw e;
    }
    return Either.right(new ParquetFleetDraft(target, directory, lock.get(), shelf));
  }

  /** Keeps what was written for the same plan. */
  private static void prepare(Path directory, String plan) throws IOException {
    Path planned = directory.resolve(PLAN);
    if (!Files.exists(planned) || !Files.readString(planned).equals(plan)) {
      PrivateFiles.deleteTree(directory);
      PrivateFiles.createDirectories(directory);
      Files.createDirectory(directory.resolve(FleetForecast.TABLE));
      Files.createDirectory(directory.resolve(FleetModel.TABLE));
      PrivateFiles.write(planned, plan.getBytes(UTF_8));
    }
  }

  /**
   * Somebody may have been interrupted between taking an output away and putting the next there.
   */
  private static void bringBack(Path target) throws IOException {
    Path earlier = earlier(target);
    if (Files.notExists(target, LinkOption.NOFOLLOW_LINKS) && isOutput(earlier)) {
      Files.move(earlier, target);
    }
  }

  /** Where an output is while another one takes its place. */
  static Path earlier(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".old");
  }

  private static Option<TargetRefused> refused(Path target, String reason, String remedy) {
    return Option.some(new TargetRefused(target, reason, remedy));
  }
}
