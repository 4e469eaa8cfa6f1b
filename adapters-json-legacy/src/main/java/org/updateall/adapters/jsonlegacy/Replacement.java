package org.updateall.adapters.jsonlegacy;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that is written under a hidden name beside its place, brought to the disk and then
 * renamed, so that under its own name there is at any time a whole file or none. Where the file
 * system knows owners, only the owner can read it, and any directory made for it.
 */
final class Replacement implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path place;
  private final Path unfinished;
  private final FileChannel channel;
  private final OutputStream output;

  private Replacement(Path place, Path unfinished) throws IOException {
    this.place = place;
    this.unfinished = unfinished;
    this.channel = FileChannel.open(unfinished, StandardOpenOption.READ, StandardOpenOption.WRITE);
    this.output = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
  }

  /** Begins a file that is to take that place. */
  static Replacement of(Path place) throws IOException {
    Path directory = directoryOf(place);
    makeDirectory(directory);
    Path unfinished = Files.createTempFile(directory, "." + place.getFileName() + ".", ".new");
    try {
      return new Replacement(place, unfinished);
    } catch (IOException failure) {
      Files.deleteIfExists(unfinished);
      throw failure;
    }
  }

  /** Makes a directory with all above it, unless it is there. */
  static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }
  }

  static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /** Takes what is to stand in the file; buffered. */
  OutputStream output() {
    return output;
  }

  /** Brings all that was written to the disk, under the temporary name still. */
  void force() throws IOException {
    output.flush();
    channel.force(true);
  }

  /** Puts the file into its place; to be called last, after {@link #force}. */
  void install() throws IOException {
    channel.close();
    Files.move(
        unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceNames(directoryOf(place));
  }

  /** Removes what was not put into its place. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void forceNames(Path directory) throws IOException {
    if (knowsOwners(directory)) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** These permissions, where the file system knows them. */
  static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
    return knowsOwners(place)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
