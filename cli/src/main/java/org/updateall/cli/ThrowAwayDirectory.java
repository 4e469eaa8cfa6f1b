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
    Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    remove();
  }

  private void removeQuietly() {
    try {
      remove();
    } catch (IOException e) {
      // The program is being interrupted: there is nobody left to tell.
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
