package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.QuarantinedRecord;
import org.updateall.domain.history.Run;

/**
 * Reads a run out of a record, whole or not at all: one unreadable plugin quarantines its run.
 * Nothing is guessed, and every reason is given, not only the first.
 */
final class RunReader {

  private static final int MAX_ID_LENGTH = 200;

  private final LegacyReading reading;

  RunReader(LegacyReading reading) {
    this.reading = reading;
  }

  Either<QuarantinedRecord, Run> read(RawRecord record) {
    Reasons reasons = new Reasons();
    return run(record, reasons)
        .toEither(
            () ->
                new QuarantinedRecord(
                    record.number(), record.line(), readableId(record), reasons.all()));
  }

  private Option<Run> run(RawRecord record, Reasons reasons) {
    if (!record.content().shape().isObject()) {
      reasons.add("is %s, not a run".formatted(record.content().shape().description()));
      return Option.none();
    }
    Option<RunFields> run = RunFields.read(record.content(), reading, reasons);
    List<PluginFields> plugins = plugins(record, reasons);
    return reasons.isEmpty()
        ? run.flatMap(fields -> assembled(fields, plugins, reasons))
        : Option.none();
  }

  private static Option<Run> assembled(RunFields run, List<PluginFields> plugins, Reasons reasons) {
    try {
      return Option.some(run.with(plugins));
    } catch (IllegalArgumentException refused) {
      reasons.add(String.valueOf(refused.getMessage()));
      return Option.none();
    }
  }

  private List<PluginFields> plugins(RawRecord record, Reasons reasons) {
    JsonValue list = record.content().field(FieldNames.PLUGINS);
    if (list.kind() != JsonValue.Kind.ABSENT && !list.isList()) {
      reasons.add("%s is %s, not a list".formatted(FieldNames.PLUGINS, list.description()));
    }
    if (record.plugins().size() > RecordStream.MAX_ELEMENTS) {
      reasons.add(
          String.format(
              Locale.ROOT, "%s holds more than %d", FieldNames.PLUGINS, RecordStream.MAX_ELEMENTS));
      return List.of();
    }
    List<PluginFields> plugins = new ArrayList<>();
    int ordinal = 0;
    for (RawObject plugin : record.plugins()) {
      PluginFields.read(plugin, ++ordinal, reading.zone(), reasons).forEach(plugins::add);
    }
    return plugins;
  }

  private static @Nullable String readableId(RawRecord record) {
    JsonValue id = record.content().field(FieldNames.ID);
    boolean readable = (id.isText() || id.isNumber()) && !id.text().isBlank();
    return readable ? Excerpt.of(id.text(), MAX_ID_LENGTH) : null;
  }
}
