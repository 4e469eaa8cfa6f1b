package org.updateall.adapters.system.importing;

import static java.time.temporal.ChronoUnit.MICROS;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ResourceUsage;

/**
 * An entry in which systemd says something of one run of a unit.
 *
 * @param message what it says
 * @param unit the unit
 * @param invocation systemd's identity of the run
 * @param time when it was written
 * @param text the words
 * @param usage what the run used; nothing but in {@link JournalMessage#RESOURCES}
 */
record JournalEntry(
    JournalMessage message,
    JournalUnit unit,
    String invocation,
    Instant time,
    String text,
    ResourceUsage usage) {

  /** The fields that are asked for. */
  static final List<String> FIELDS =
      List.of(
          "MESSAGE_ID",
          "UNIT",
          "INVOCATION_ID",
          "MESSAGE",
          "CPU_USAGE_NSEC",
          "MEMORY_PEAK",
          "IO_METRIC_READ_BYTES",
          "IO_METRIC_WRITE_BYTES",
          "IO_METRIC_READ_OPERATIONS",
          "IO_METRIC_WRITE_OPERATIONS",
          "IP_METRIC_INGRESS_BYTES",
          "IP_METRIC_EGRESS_BYTES");

  private static final Pattern INVOCATION = Pattern.compile("[0-9a-f]{32}");
  private static final double NANOS_PER_SECOND = 1e9;

  /** What a line tells; none where it is no entry of a run of such a unit. */
  static Option<JournalEntry> of(String line) {
    return JournalFields.of(line).flatMap(JournalEntry::of);
  }

  private static Option<JournalEntry> of(JournalFields fields) {
    String invocation = fields.text("INVOCATION_ID");
    Long microseconds = fields.number("__REALTIME_TIMESTAMP");
    if (invocation == null || !INVOCATION.matcher(invocation).matches() || microseconds == null) {
      return Option.none();
    }
    return Option.of(fields.text("MESSAGE_ID"))
        .flatMap(JournalMessage::of)
        .flatMap(
            message ->
                Option.of(fields.text("UNIT"))
                    .flatMap(JournalUnit::named)
                    .map(
                        unit ->
                            new JournalEntry(
                                message,
                                unit,
                                invocation,
                                Instant.EPOCH.plus(microseconds, MICROS),
                                words(fields.text("MESSAGE")),
                                usage(message, fields))));
  }

  private static String words(@Nullable String message) {
    return message == null ? "" : PlainText.of(message);
  }

  /**
   * What the run used. The control group counts the time of the processor as one figure; all of it
   * stands as time in user mode, so that the sum of both is right and neither part alone means
   * anything. The peak of memory includes the cache of files that were read and written.
   */
  private static ResourceUsage usage(JournalMessage message, JournalFields fields) {
    if (message != JournalMessage.RESOURCES) {
      return ResourceUsage.unmeasured();
    }
    Long cpu = fields.number("CPU_USAGE_NSEC");
    return ResourceUsage.builder()
        .cpuSeconds(cpu == null ? null : cpu / NANOS_PER_SECOND, cpu == null ? null : 0.0)
        .memoryBytes(fields.number("MEMORY_PEAK"), null)
        .ioBytes(fields.number("IO_METRIC_READ_BYTES"), fields.number("IO_METRIC_WRITE_BYTES"))
        .ioOperations(
            fields.number("IO_METRIC_READ_OPERATIONS"), fields.number("IO_METRIC_WRITE_OPERATIONS"))
        .networkBytes(
            fields.number("IP_METRIC_INGRESS_BYTES"), fields.number("IP_METRIC_EGRESS_BYTES"))
        .build();
  }
}
