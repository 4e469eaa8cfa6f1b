package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.updateall.domain.history.LegacyFileChanged;
import org.updateall.domain.history.LegacySurvey;

/**
 * The copy of a surveyed file, named by its content. It is written under a temporary name, brought
 * to the disk, compared with the survey and then renamed, so that under its own name there is at
 * any time a whole copy or none. Where the file system knows owners, only the owner can read it.
 */
final class Backup {

  private static final int DIGITS_IN_NAME = 16;

  private final LegacySurvey survey;
  private final Path directory;
  private final Path copy;

  Backup(LegacySurvey survey, Path directory) {
    this.survey = survey;
    this.directory = directory;
    this.copy =
        directory.resolve(
            "history-%s.json".formatted(survey.sha256().substring(0, DIGITS_IN_NAME)));
  }

  /**
   * Makes the copy, unless it is there.
   *
   * @throws LegacyFileChanged if the file is no longer the one surveyed
   */
  Path make() throws IOException {
    if (!isThere()) {
      Files.createDirectories(directory, ownerOnly());
      write();
    }
    return copy;
  }

  private boolean isThere() throws IOException {
    return Files.isRegularFile(copy)
        && Files.size(copy) == survey.bytes()
        && copyTo(copy, OutputStream.nullOutputStream()).equals(survey.sha256());
  }

  private void write() throws IOException {
    Path unfinished = Files.createTempFile(directory, "history-", ".part");
    try {
      writeTo(unfinished);
      Files.move(
          unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    bringNameToDisk();
  }

  private void writeTo(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      if (!copyTo(survey.file(), Channels.newOutputStream(channel)).equals(survey.sha256())) {
        throw new LegacyFileChanged(survey.file(), null);
      }
      channel.force(true);
    }
  }

  /** Copies, and gives the digest of what was copied. */
  private static String copyTo(Path source, OutputStream target) throws IOException {
    MessageDigest sha256 = Sha256.begin();
    try (InputStream bytes = Files.newInputStream(source)) {
      bytes.transferTo(new DigestOutputStream(target, sha256));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private void bringNameToDisk() throws IOException {
    if (knowsOwners()) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return knowsOwners()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private boolean knowsOwners() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
