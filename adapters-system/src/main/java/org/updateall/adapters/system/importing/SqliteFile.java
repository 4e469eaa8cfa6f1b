package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file in the format of SQLite, and how it can be opened without leaving a trace beside it.
 *
 * <p>A database whose changes go through a write-ahead log is more than one file, and SQLite makes
 * the missing ones even for readers (sqlite.org/wal.html, "Read-Only Databases"). So:
 *
 * <ul>
 *   <li>without a write-ahead log it is opened as it is, with the locks that readers take;
 *   <li>with a log that holds something, and the shared memory of those who use it, both are read
 *       as they are ({@code readonly_shm});
 *   <li>with a log that holds nothing, nobody writes: it is read as if it could not change, and
 *       must not have changed afterwards;
 *   <li>with a log and no shared memory, which a copied or crashed machine leaves, SQLite would
 *       have to make the latter: both files are copied to a private folder and read there.
 * </ul>
 *
 * @param path the file itself, not a link to it
 * @param manner how it is opened
 */
record SqliteFile(Path path, Manner manner) {

  /** How a file is opened. */
  enum Manner {
    LOCKED("mode=ro"),
    WITH_LOG("mode=ro&readonly_shm=1"),
    AT_REST("mode=ro&immutable=1"),
    COPIED("mode=ro");

    private final String parameters;

    Manner(String parameters) {
      this.parameters = parameters;
    }
  }

  /** The first bytes of every database (sqlite.org/fileformat.html, 1.3). */
  private static final String MAGIC = "SQLite format 3\0";

  private static final int HEADER_BYTES = 20;
  private static final int READ_VERSION_AT = 19;
  private static final int READ_VERSION_WITH_LOG = 2;

  static final String LOG = "-wal";
  static final String SHARED_MEMORY = "-shm";
  static final String ROLLBACK_JOURNAL = "-journal";

  /**
   * Looks at a file and at what lies beside it.
   *
   * @throws IOException if it is no such database, or it or what belongs to it is no regular file
   *     within the machine's tree, or may not be read
   */
  static SqliteFile at(Path file, SourceFiles files) throws IOException {
    files.requireOwn(file);
    Path path = file.toRealPath();
    for (String suffix : new String[] {LOG, SHARED_MEMORY, ROLLBACK_JOURNAL}) {
      requireReadable(beside(path, suffix), files);
    }
    return new SqliteFile(path, manner(path));
  }

  private static void requireReadable(Path companion, SourceFiles files) throws IOException {
    if (!Files.exists(companion, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    files.requireOwn(companion);
    if (!Files.isReadable(companion)) {
      throw new AccessDeniedException(companion.toString());
    }
  }

  /** What the driver calls it; every character that could mean something is escaped. */
  String url() {
    return url(path);
  }

  /** The same for a copy of it. */
  String url(Path copy) {
    StringBuilder url = new StringBuilder("jdbc:sqlite:file:");
    for (byte each : copy.toString().getBytes(UTF_8)) {
      char character = (char) (each & 0xff);
      if (character < 0x80 && (Character.isLetterOrDigit(character) || character == '/')) {
        url.append(character);
      } else {
        url.append('%').append("%02X".formatted(each & 0xff));
      }
    }
    return url.append('?').append(manner.parameters).toString();
  }

  /** Copies it and its log into a folder. */
  Path copyInto(Path folder) throws IOException {
    Path copy = folder.resolve("database");
    Files.copy(path, copy);
    Files.copy(beside(path, LOG), beside(copy, LOG));
    return copy;
  }

  /**
   * What changes whenever it is written to: the sizes and times of it and its log.
   *
   * @throws IOException if it is no longer there
   */
  String state() throws IOException {
    Path log = beside(path, LOG);
    return stateOf(path) + (Files.exists(log) ? stateOf(log) : "");
  }

  private static String stateOf(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.size() + "@" + attributes.lastModifiedTime() + " ";
  }

  private static Manner manner(Path path) throws IOException {
    byte[] header;
    try (InputStream input = Files.newInputStream(path)) {
      header = input.readNBytes(HEADER_BYTES);
    }
    if (header.length == 0) {
      throw new IOException("it is empty");
    }
    if (header.length < HEADER_BYTES || !new String(header, ISO_8859_1).startsWith(MAGIC)) {
      throw new IOException("it is no SQLite database");
    }
    if (header[READ_VERSION_AT] != READ_VERSION_WITH_LOG) {
      return Manner.LOCKED;
    }
    Path log = beside(path, LOG);
    if (!Files.exists(log) || Files.size(log) == 0) {
      return Manner.AT_REST;
    }
    return Files.exists(beside(path, SHARED_MEMORY)) ? Manner.WITH_LOG : Manner.COPIED;
  }

  private static Path beside(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
