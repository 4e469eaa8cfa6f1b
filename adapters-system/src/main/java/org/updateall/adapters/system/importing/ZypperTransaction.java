package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.LocalTimes.Moment;

/** What one command had libzypp install and remove, as far as its history tells. */
final class ZypperTransaction {

  /** Packages that follow later belong to something else that the same program did. */
  static final Duration LONGEST_SILENCE = Duration.ofHours(1);

  private final RecordFingerprint beginning = new RecordFingerprint();
  private final long line;
  private final String stamp;
  private final Moment start;
  private boolean ambiguous;
  private boolean identified;
  private @Nullable Instant end;
  private @Nullable String error;
  private int installed;

  /**
   * @param line where it begins
   * @param first its first line, that of the command if there is one
   * @param stamp the time at which that line begins, as it stands there
   */
  ZypperTransaction(long line, String first, String stamp, Moment start) {
    this.line = line;
    this.stamp = stamp;
    this.start = start;
    this.ambiguous = start.ambiguous();
    beginning.add(first);
  }

  /** A package was installed. */
  void install(String row, Moment time) {
    installed++;
    done(row, time);
  }

  /** A package was removed. */
  void remove(String row, Moment time) {
    done(row, time);
  }

  /** A package could not be installed or removed. */
  void fail(String message, Moment time) {
    error = error == null ? PlainText.of(message) : error;
    end(time);
  }

  private void done(String row, Moment time) {
    if (!identified) {
      beginning.add(row);
      identified = true;
    }
    end(time);
  }

  private void end(Moment time) {
    end = time.instant();
    ambiguous = ambiguous || time.ambiguous();
  }

  /** Whether a package that was done at that time was long after the one before. */
  boolean isLongBefore(Instant time) {
    return end != null && time.isAfter(end.plus(LONGEST_SILENCE));
  }

  long line() {
    return line;
  }

  /** When it began, as it stands in the history. */
  String stamp() {
    return stamp;
  }

  Instant start() {
    return start.instant();
  }

  /** When the last package was done; none where there was none. */
  Option<Instant> end() {
    return Option.of(end);
  }

  /** Whether one of its times was in an hour that the clock went through twice. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  /** What first failed. */
  Option<String> error() {
    return Option.of(error);
  }

  /** How many packages were installed, newly or in place of another version. */
  int installed() {
    return installed;
  }

  /** That of its first line and its first package. */
  String fingerprint() {
    return beginning.take();
  }
}
