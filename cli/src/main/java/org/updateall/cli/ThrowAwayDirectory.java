package org.updateall.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A new folder that is gone when it is closed, or when the program is interrupted. */
final class ThrowAwayDirectory implements AutoCloseable {

  private static final int ATTEMPTS = 20;

  private final Path path;
  private final Thread whenInterrupted;

  private ThrowAwayDirectory(Path path) {
    this.path = path;
    this.whenInterrupted = new Thread(this::removeQuietly, "clean-up");
  }

  static ThrowAwayDirectory create() throws IOException {
    ThrowAwayDirectory directory =
        new ThrowAwayDirectory(Files.createTempDirectory("update-all-demo-"));
    Runtime.getRuntime().addShutdownHook(directory.whenInterrupted);
    return directory;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException interrupted) {
      return; // The hook is at work already.
    }
    remove();
  }

  /** The program may still be writing while it is interrupted, so one try may not do. */
  private void removeQuietly() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(path); attempt++) {
      try {
        remove();
      } catch (IOException e) {
        // There is nobody left to tell; the next attempt may do better.
      }
    }
  }

  private void remove() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
