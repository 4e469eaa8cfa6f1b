package org.updateall.adapters.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GNU time from version 1.8 on, or why there is none. Up to 1.7 it takes kilobytes for pages, and
 * so tells four times the peak memory; it also ends with 0 where a signal ended the command.
 *
 * @param program its file; absent if there is none that can be believed
 * @param problem why there is none, in words; empty if there is one
 */
record GnuTime(@Nullable Path program, String problem) {

  static final GnuTime MISSING = absent("there is no GNU time");

  /** Since 1.8; Debian's does not know its own number, and says UNKNOWN. */
  private static final Pattern NEW = Pattern.compile("^\\S*time \\(GNU Time\\) (\\S+)");

  private static final Pattern OLD = Pattern.compile("^GNU time (\\S+)");
  private static final Pattern BEFORE_1_8 = Pattern.compile("(?:0|1\\.[0-7])(?:\\D.*)?");
  private static final long PATIENCE_SECONDS = 2;

  /** That program, by what it says of itself. */
  static GnuTime at(Path program, Path scratch) {
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      return MISSING;
    }
    try {
      Path answer = Files.createTempFile(scratch, "update-all-time", "");
      try {
        return introduced(program, introduction(program, answer));
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException cannotBeAsked) {
      return absent("%s could not be asked for its version".formatted(program));
    }
  }

  private static GnuTime introduced(Path program, String words) {
    Matcher old = OLD.matcher(words);
    Matcher recent = NEW.matcher(words);
    String version = old.find() ? old.group(1) : recent.find() ? recent.group(1) : null;
    if (version == null) {
      return absent("%s is not GNU time, or does not tell its version".formatted(program));
    }
    if (BEFORE_1_8.matcher(version).matches()) {
      return absent(
          "GNU time %s tells several times the memory that was used; it does so up to 1.7"
              .formatted(version));
    }
    return new GnuTime(program, "");
  }

  /** What it answers, through either channel; nothing if it fails or takes too long. */
  private static String introduction(Path program, Path answer) throws IOException {
    ProcessBuilder question = new ProcessBuilder(program.toString(), "--version");
    question.environment().put("LC_ALL", "C");
    Process process =
        question
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile())
            .start();
    return succeeded(process) ? Files.readString(answer, StandardCharsets.ISO_8859_1) : "";
  }

  private static boolean succeeded(Process process) {
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }

  private static GnuTime absent(String problem) {
    return new GnuTime(null, problem);
  }
}
