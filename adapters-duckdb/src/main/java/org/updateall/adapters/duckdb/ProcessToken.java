package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNullElse;

import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.journal.ProcessIdentity;

/**
 * A process in the name of a file: its id, and hashes of whatever else tells it from others. Good
 * enough to keep names apart, and to know whose half-written file something is; of a run that is
 * under way the whole identity is kept.
 */
record ProcessToken(String host, String boot, String namespace, String start, String pid) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})-(\\d{1,18})");

  static ProcessToken of(ProcessIdentity process) {
    return new ProcessToken(
        hash(process.hostname()),
        hash(process.bootId()),
        hash(process.processNamespace()),
        hash(process.startedAt()),
        Long.toString(process.pid()));
  }

  static Option<ProcessToken> read(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Option.some(
            new ProcessToken(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                matcher.group(5)))
        : Option.none();
  }

  /** Whether the process is known to have ended, by what an identity tells. */
  boolean hasEnded(Processes processes) {
    return identity()
        .isKnownToHaveEnded(
            of(processes.self()).identity(),
            number -> processes.running(number).map(process -> of(process).identity()));
  }

  private ProcessIdentity identity() {
    return new ProcessIdentity(host, boot, namespace, Long.parseLong(pid), start);
  }

  private static String hash(@Nullable String text) {
    return "%08x".formatted(requireNonNullElse(text, "").hashCode());
  }

  @Override
  public String toString() {
    return String.join("-", host, boot, namespace, start, pid);
  }
}
