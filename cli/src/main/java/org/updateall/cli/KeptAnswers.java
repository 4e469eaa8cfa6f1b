package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers that were given, each in a file that its {@link Situation} names: who asks the same again
 * while nothing has changed, such as a shell's prompt, has the same answer without a database being
 * opened. Their owner alone can read them, and only the newest few are kept.
 */
final class KeptAnswers {

  private static final int MOST = 32;

  private final Path directory;

  KeptAnswers(Path directory) {
    this.directory = directory;
  }

  /** What was answered in that situation. A file that cannot be read, or is another's, is none. */
  Option<String> find(Situation situation) {
    try {
      String kept = Files.readString(file(situation), UTF_8);
      String head = head(situation);
      return kept.startsWith(head) && kept.endsWith("\n")
          ? Option.some(kept.substring(head.length(), kept.length() - 1))
          : Option.none();
    } catch (IOException e) {
      return Option.none();
    }
  }

  /**
   * Keeps an answer. Where there is no place for it nothing is kept, for nothing is lost by that.
   */
  void keep(Situation situation, String answer) {
    try {
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "draft", ".part");
      try {
        Files.writeString(draft, head(situation) + answer + "\n", UTF_8);
        Files.move(draft, file(situation), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      prune();
    } catch (IOException e) {
      // The next one who asks waits as long as this one did.
    }
  }

  private static String head(Situation situation) {
    return situation.text() + "\n\n";
  }

  /** Drafts that a killed process left grow old with the rest. */
  private void prune() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> newestFirst =
          files.sorted((one, other) -> Long.compare(time(other), time(one))).toList();
      for (Path old : newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    }
  }

  private static long time(Path file) {
    return file.toFile().lastModified();
  }

  private Path file(Situation situation) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(situation.text().getBytes(UTF_8));
      return directory.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
