package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes directories and files that only their owner can look into, where the file system knows
 * owners, and brings them to the disk. What is there already keeps its permissions.
 */
final class PrivateFiles {

  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** Makes the directory, and those above it that are missing, and brings them to the disk. */
  static void createDirectories(Path directory) throws IOException {
    Path parent = directory.getParent();
    if (parent != null && Files.notExists(directory)) {
      createDirectories(parent);
      Files.createDirectories(directory, attributes(directory, DIRECTORY));
      bringNameToDisk(directory);
    }
  }

  /** Opens a file; if that makes it, for its owner alone. */
  static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(file, options, attributes(file, FILE));
  }

  /** Writes a file that is not there yet, and brings its content to the disk. */
  static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Keeps everybody but the owner out of a file that somebody else has just made. */
  static void restrict(Path file) throws IOException {
    if (knowsOwners(file)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  /** Makes an empty file with the permissions of another one. */
  static void createAlike(Path file, Path other) throws IOException {
    Files.createFile(
        file,
        knowsOwners(other)
            ? attributes(file, Files.getPosixFilePermissions(other))
            : new FileAttribute<?>[0]);
  }

  /** Brings to the disk what a file holds. */
  static void bringContentToDisk(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Brings to the disk that a file or directory has its name. */
  static void bringNameToDisk(Path file) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      bringNamesToDisk(directory);
    }
  }

  /** Brings to the disk which names a directory holds. */
  static void bringNamesToDisk(Path directory) throws IOException {
    if (knowsOwners(directory)) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Removes a file, or a directory with all that is in it; links are removed, not followed. */
  static void deleteTree(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(tree)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }

  private static FileAttribute<?>[] attributes(Path file, Set<PosixFilePermission> permissions) {
    return knowsOwners(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
