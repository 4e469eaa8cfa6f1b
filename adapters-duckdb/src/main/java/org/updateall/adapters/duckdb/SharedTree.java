package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A directory that several users write into: what is made in it is open to those to whom the
 * directory itself is. A file is written under a hidden name beside its place, brought to the disk,
 * and renamed; it stays as it is where the new one would have the same bytes.
 */
final class SharedTree {

  private static final String MODE = "unix:mode";
  private static final int PERMISSIONS = 07777;
  private static final int READING = 0444;
  private static final int OWN = 0600;

  private final Path root;
  private final @Nullable Integer mode;

  private SharedTree(Path root, @Nullable Integer mode) {
    this.root = root;
    this.mode = mode;
  }

  /** Fills a file that may be there already. */
  interface Filling {
    void fill(Path file) throws IOException, SQLException;
  }

  static SharedTree at(Path root) throws IOException {
    boolean hasModes = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    return new SharedTree(
        root, hasModes ? (Integer) Files.getAttribute(root, MODE) & PERMISSIONS : null);
  }

  Path root() {
    return root;
  }

  /** Makes a directory of the tree, and those above it that are missing. */
  void createDirectories(Path directory) throws IOException {
    if (Files.isDirectory(directory) || directory.equals(root)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      createDirectories(parent);
    }
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(directory)) {
        return; // Another host was faster.
      }
      throw e;
    }
    if (mode != null) {
      Files.setAttribute(directory, MODE, mode);
    }
    PrivateFiles.bringNameToDisk(directory);
  }

  /**
   * @return whether the file is not as it was
   */
  boolean replace(Path file, Filling filling) throws IOException, SQLException {
    createDirectories(parent(file));
    Path draft = draft(file);
    try {
      filling.fill(draft);
      if (Files.exists(file) && Files.mismatch(draft, file) < 0) {
        return false;
      }
      if (mode != null) {
        Files.setAttribute(draft, MODE, (mode & READING) | OWN);
      }
      PrivateFiles.bringContentToDisk(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.bringNameToDisk(file);
      return true;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Removes what an interruption left beside that place. */
  void clean(Path file) throws IOException {
    Files.deleteIfExists(draft(file));
  }

  private static Path draft(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".new");
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no file of a tree: " + file);
    }
    return parent;
  }
}
