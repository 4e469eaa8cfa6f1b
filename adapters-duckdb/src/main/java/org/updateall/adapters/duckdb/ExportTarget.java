package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updateall.domain.exchange.TargetRefused;

/**
 * Whether a place may be written to. Nothing but an earlier export, an empty directory or a plain
 * file is ever replaced, and never the history itself.
 */
final class ExportTarget {

  private final Path store;

  ExportTarget(ExchangeSettings settings) {
    this.store = settings.store();
  }

  /** The target, absolute. */
  Either<TargetRefused, Path> file(Path wanted, boolean replace) throws IOException {
    Path target = wanted.toAbsolutePath().normalize();
    if (Files.isDirectory(target)) {
      return refused(target, "is a directory", "Name a file");
    }
    return free(target, replace);
  }

  /** The target, absolute. */
  Either<TargetRefused, Path> directory(Path wanted, boolean replace) throws IOException {
    Path target = wanted.toAbsolutePath().normalize();
    if (exists(target) && !isDevice(target) && !Files.isDirectory(target)) {
      return refused(target, "is a file, and this export is a directory", "Name another place");
    }
    if (Files.isDirectory(target) && replace && !holdsOnlyAnExport(target)) {
      return refused(
          target,
          "holds other files than an earlier export",
          "It was left untouched; name another place");
    }
    return free(target, replace);
  }

  private Either<TargetRefused, Path> free(Path target, boolean replace) throws IOException {
    if (isDevice(target)) {
      return refused(target, "is neither a file nor a directory", "Name another place");
    }
    Path parent = target.getParent();
    if (parent == null || target.getFileName() == null) {
      return refused(target, "is no place for an export", "Name another one");
    }
    if (!Files.isDirectory(parent)) {
      return refused(target, "lies in no directory that there is", "Make the directory first");
    }
    if (!Files.isWritable(parent)) {
      return refused(target, "lies where you are not allowed to write", "Name another place");
    }
    if (isOfTheStore(target)) {
      return refused(target, "belongs to the history itself", "Name another place");
    }
    return exists(target) && !replace
        ? refused(target, "is there already", "Name another place, or replace it with --force")
        : Either.right(target);
  }

  /** Whether a device, a pipe or a socket is there, which would be gone for all who use it. */
  private static boolean isDevice(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
  }

  private boolean isOfTheStore(Path target) throws IOException {
    String name = String.valueOf(target.getFileName());
    boolean beside = store.resolveSibling(name).equals(target);
    return (beside && (name + ".").startsWith(store.getFileName() + "."))
        || (Files.exists(target) && Files.exists(store) && Files.isSameFile(target, store));
  }

  private static boolean holdsOnlyAnExport(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Set<String> names =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      return names.isEmpty()
          || (names.contains(Manifest.FILE_NAME) && Manifest.allNames().containsAll(names));
    }
  }

  private static boolean exists(Path target) {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
  }

  private static Either<TargetRefused, Path> refused(Path target, String reason, String remedy) {
    return Either.left(new TargetRefused(target, reason, remedy + "."));
  }
}
