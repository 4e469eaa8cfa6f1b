package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as libalpm logs it: a line when it starts, one for each package that is done, one
 * when it is over, and then those of the hooks that run after it.
 */
final class PacmanTransaction {

  /** What became of it. */
  enum Outcome {
    /** Nothing is said of that. */
    OPEN,
    /** It was done to its end. */
    COMPLETED,
    /** It ended before. */
    BROKEN
  }

  /** A hook that begins later belongs to something else. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(15);

  private static final String ALPM = "[ALPM] ";
  private static final String ERROR = ALPM + "error: ";
  private static final String HOOK = ALPM + "running '";
  private static final String OUTPUT = "[ALPM-SCRIPTLET] ";
  private static final List<String> UPDATES =
      List.of(ALPM + "upgraded ", ALPM + "installed ", ALPM + "reinstalled ", ALPM + "downgraded ");
  private static final String REMOVAL = ALPM + "removed ";

  private final long line;
  private final String stamp;
  private final Instant start;
  private final RecordFingerprint beginning = new RecordFingerprint();
  private Outcome outcome = Outcome.OPEN;
  private @Nullable Instant end;
  private @Nullable String error;
  private boolean identified;
  private int packages;

  /**
   * @param line where it begins
   * @param first its first line
   * @param start the time of that line
   */
  PacmanTransaction(long line, PacmanLine first, Instant start) {
    this.line = line;
    this.stamp = first.stamp();
    this.start = start;
    beginning.add(first.text());
  }

  /** Takes a line that says nothing of its end. */
  void add(PacmanLine next) {
    switch (outcome) {
      case OPEN -> progress(next);
      case COMPLETED -> next.time().filter(this::isSoon).peek(time -> afterwards(next, time));
      case BROKEN -> {}
    }
  }

  private void progress(PacmanLine next) {
    boolean update = UPDATES.stream().anyMatch(next::says);
    packages += update ? 1 : 0;
    if (!identified && (update || next.says(REMOVAL))) {
      beginning.add(next.text());
      identified = true;
    }
    if (next.says(ERROR)) {
      fail(next.after(ALPM));
    }
  }

  private boolean isSoon(Instant time) {
    return end != null && !time.isBefore(end) && !time.isAfter(end.plus(LONGEST_SILENCE));
  }

  private void afterwards(PacmanLine next, Instant time) {
    boolean failed = next.says(ERROR);
    if (failed) {
      fail(next.after(ALPM));
    }
    if (failed || next.says(HOOK) || next.says(OUTPUT)) {
      end = time;
    }
  }

  /** Everything is done but the hooks. */
  void complete(Option<Instant> time) {
    over(Outcome.COMPLETED, time);
  }

  /**
   * It ended before everything was done.
   *
   * @param message what the log says of that
   */
  void breakOff(Option<Instant> time, String message) {
    over(Outcome.BROKEN, time);
    fail(message);
  }

  private void over(Outcome what, Option<Instant> time) {
    if (outcome == Outcome.OPEN) {
      outcome = what;
      end = time.getOrNull();
    }
  }

  private void fail(String message) {
    error = error == null ? PlainText.of(message) : error;
  }

  long line() {
    return line;
  }

  /** When it began, as it stands in the log. */
  String stamp() {
    return stamp;
  }

  Instant start() {
    return start;
  }

  Outcome outcome() {
    return outcome;
  }

  /** When the last of its hooks began or printed something; none where nothing tells the end. */
  Option<Instant> end() {
    return Option.of(end);
  }

  /** The first error that is logged with it. */
  Option<String> error() {
    return Option.of(error);
  }

  /** How many packages were installed, upgraded, installed again or downgraded. */
  int packages() {
    return packages;
  }

  /** That of its first line and the first package. */
  String fingerprint() {
    return beginning.take();
  }
}
