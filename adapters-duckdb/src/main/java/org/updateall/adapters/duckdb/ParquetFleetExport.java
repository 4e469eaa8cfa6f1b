package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.HostTraits;

/** Exports into a tree of Parquet files, which DuckDB writes. */
final class ParquetFleetExport implements FleetExport {

  /** Longer names of files are not known everywhere. */
  private static final int MAX_NAME_LENGTH = 200;

  @Inject
  ParquetFleetExport() {}

  @Override
  public Either<TargetRefused, Draft> begin(Path tree, String host, HostTraits traits) {
    return Unwritable.unlessDone(
        tree, () -> place(tree, host).flatMap(place -> begun(place, host, traits)));
  }

  private static Either<TargetRefused, Path> place(Path wanted, String host) {
    Path tree = wanted.toAbsolutePath().normalize();
    Path parent = tree.getParent();
    if (FleetPartition.hostDirectory(host).length() > MAX_NAME_LENGTH) {
      return refused(tree, "has no place for a host whose name is that long", "Hash the names");
    }
    if (Files.exists(tree) && !Files.isDirectory(tree)) {
      return refused(tree, "is a file, and a fleet's tree is a directory", "Name another place");
    }
    if (!Files.exists(tree) && (parent == null || !Files.isDirectory(parent))) {
      return refused(tree, "lies in no directory that there is", "Make the directory first");
    }
    Path writtenTo = Files.exists(tree) || parent == null ? tree : parent;
    return Files.isWritable(writtenTo)
        ? Either.right(tree)
        : refused(tree, "is where you are not allowed to write", "Name another place");
  }

  private static Either<TargetRefused, Draft> begun(Path place, String host, HostTraits traits) {
    return Unwritable.unlessDone(
        place,
        () -> {
          PrivateFiles.createDirectories(place);
          SharedTree tree = SharedTree.at(place.toRealPath());
          Path ofHost = hostFile(tree, host);
          tree.createDirectories(ofHost.resolveSibling(""));
          Option<DraftLock> lock = DraftLock.of(ofHost);
          if (lock.isEmpty()) {
            return refused(
                place, "is being exported into by this host already", "Wait until that is done");
          }
          return Either.right(draft(tree, host, traits, lock.get()));
        });
  }

  private static Draft draft(SharedTree tree, String host, HostTraits traits, DraftLock lock)
      throws IOException, SQLException {
    try {
      clean(tree, host);
      return new ParquetFleetMonths(tree, host, traits, lock);
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void clean(SharedTree tree, String host) throws IOException {
    tree.clean(hostFile(tree, host));
    for (ExportTable<?> table : FleetTables.ofMonths()) {
      for (Path month : entries(tree.root().resolve(table.name()))) {
        tree.clean(month.resolve(FleetPartition.hostDirectory(host)).resolve(FleetPartition.FILE));
      }
    }
  }

  private static List<Path> entries(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    }
  }

  static Path hostFile(SharedTree tree, String host) {
    return tree.root()
        .resolve(FleetTables.HOSTS.name())
        .resolve(FleetPartition.hostDirectory(host))
        .resolve(FleetPartition.FILE);
  }

  private static <T> Either<TargetRefused, T> refused(Path tree, String reason, String remedy) {
    return Either.left(new TargetRefused(tree, reason, remedy + "."));
  }
}
