package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final Path copy;

  Backup(LegacySurvey survey, Path directory) {
    this.survey = survey;
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
    try (Replacement replacement = Replacement.of(copy)) {
      if (!copyTo(survey.file(), replacement.output()).equals(survey.sha256())) {
        throw new LegacyFileChanged(survey.file(), null);
      }
      replacement.force();
      replacement.install();
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
}
