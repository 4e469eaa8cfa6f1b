package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file or directory while it is being written: it lies beside its place under a hidden name of
 * its own, open to its user alone. Publishing brings all of it to the disk and then renames it;
 * whoever looks sees nothing, the earlier one, or the new one whole. An earlier directory cannot be
 * replaced in one step: it is renamed away first, brought back if the second step fails, and
 * removed last. What a killed process leaves is the hidden name.
 */
final class ExportDraft implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ExportDraft.class);
  private static final String SUFFIX = ".new";

  private final Path target;
  private final Path path;

  private ExportDraft(Path target, Path path) {
    this.target = target;
    this.path = path;
  }

  static ExportDraft ofFile(Path target) throws IOException {
    return new ExportDraft(target, Files.createTempFile(directory(target), prefix(target), SUFFIX));
  }

  static ExportDraft ofDirectory(Path target) throws IOException {
    return new ExportDraft(target, Files.createTempDirectory(directory(target), prefix(target)));
  }

  Path path() {
    return path;
  }

  /** Gives it its name; what has that name is replaced only where that is wanted. */
  void publish(boolean replace) throws IOException {
    syncAll();
    if (Files.isDirectory(path)) {
      publishDirectory(replace);
    } else {
      publishFile(replace);
    }
    PrivateFiles.bringNamesToDisk(directory(target));
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    try {
      PrivateFiles.deleteTree(path);
    } catch (IOException e) {
      LOG.warn("The unfinished export {} could not be removed", path, e);
    }
  }

  private void publishFile(boolean replace) throws IOException {
    if (replace) {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.move(path, target);
    }
  }

  private void publishDirectory(boolean replace) throws IOException {
    Path earlier = replace ? setAside() : null;
    try {
      Files.move(path, target);
    } catch (IOException e) {
      if (earlier != null) {
        Files.move(earlier, target);
      }
      throw e;
    }
    if (earlier != null) {
      PrivateFiles.deleteTree(earlier);
    }
  }

  private @Nullable Path setAside() throws IOException {
    if (Files.notExists(target)) {
      return null;
    }
    Path aside = path.resolveSibling(path.getFileName() + ".old");
    Files.move(target, aside);
    return aside;
  }

  private void syncAll() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path each : (Iterable<Path>) files::iterator) {
        bringToDisk(each);
      }
    }
  }

  /** The directory is the user's alone from the beginning, so that nobody came to its files. */
  private static void bringToDisk(Path each) throws IOException {
    if (Files.isDirectory(each)) {
      PrivateFiles.bringNamesToDisk(each);
    } else {
      PrivateFiles.restrict(each);
      PrivateFiles.bringContentToDisk(each);
    }
  }

  private static Path directory(Path target) {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }
}
