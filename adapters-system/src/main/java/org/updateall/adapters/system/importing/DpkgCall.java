package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One call of dpkg, as it stands in its log: a line that tells what it was started for, then one
 * for each action and for each state that a package came to.
 */
final class DpkgCall {

  /** What dpkg was started for. */
  enum Kind {
    /** To unpack archives. */
    UNPACK,
    /** To unpack archives and to configure what is in them. */
    INSTALL,
    /** To configure what is unpacked, and to run triggers. */
    CONFIGURE,
    /** To remove packages. */
    REMOVE,
    /** For something that changes no package. */
    OTHER;

    /** That of what follows {@code startup}. */
    static Kind of(String typeAndCommand) {
      return switch (typeAndCommand.strip()) {
        case "archives unpack" -> UNPACK;
        case "archives install" -> INSTALL;
        case "packages configure", "packages triggers-only" -> CONFIGURE;
        case "packages remove", "packages purge" -> REMOVE;
        default -> OTHER;
      };
    }
  }

  /** The length of a date, a time and the blanks after them. */
  private static final int PREFIX = 20;

  private static final String STATUS = "status ";
  private static final String HALF = "half-";

  private final RecordFingerprint beginning = new RecordFingerprint();
  private final long line;
  private final Kind kind;
  private final String first;
  private String last;
  private boolean alone = true;
  private boolean settled = true;
  private int packages;
  private @Nullable String firstConfiguration;

  /**
   * @param line where it begins
   * @param startup its first line
   */
  DpkgCall(long line, String startup, Kind kind) {
    this.line = line;
    this.kind = kind;
    this.first = startup;
    this.last = startup;
    beginning.add(startup);
  }

  /** What a line of the log says beside its time. */
  static String message(String line) {
    return line.substring(PREFIX);
  }

  /** Whether a line may be one of dpkg's. */
  static boolean isDated(String line) {
    return line.length() > PREFIX
        && line.charAt(4) == '-'
        && line.charAt(10) == ' '
        && line.charAt(PREFIX - 1) == ' ';
  }

  /** Takes the next line of it. */
  void add(String dated) {
    if (alone) {
      beginning.add(dated);
      alone = false;
    }
    last = dated;
    if (dated.startsWith(STATUS, PREFIX)) {
      settled = !dated.startsWith(HALF, PREFIX + STATUS.length());
    } else if (!dated.startsWith("conffile ", PREFIX)) {
      settled = false;
      action(dated);
    }
  }

  private void action(String dated) {
    if (dated.startsWith("upgrade ", PREFIX) || dated.startsWith("install ", PREFIX)) {
      packages++;
    } else if (firstConfiguration == null && dated.startsWith("configure ", PREFIX)) {
      firstConfiguration = dated;
    }
  }

  long line() {
    return line;
  }

  Kind kind() {
    return kind;
  }

  /** When it began; none where that is no time. */
  Option<LocalDateTime> start() {
    return time(first);
  }

  /** When it began to configure packages; none where it did not. */
  Option<LocalDateTime> firstConfiguration() {
    return Option.of(firstConfiguration).flatMap(DpkgCall::time);
  }

  /** The time of its last line; none where that is no time. */
  Option<LocalDateTime> end() {
    return time(last);
  }

  /** Whether no package was left halfway by its last line, so that it may have been the last. */
  boolean isSettled() {
    return settled;
  }

  /** How many packages it began to install or to upgrade. */
  int packages() {
    return packages;
  }

  /** That of its first two lines. */
  String fingerprint() {
    return beginning.take();
  }

  private static Option<LocalDateTime> time(String dated) {
    return LogStamp.at(dated).map(LogStamp::time);
  }
}
