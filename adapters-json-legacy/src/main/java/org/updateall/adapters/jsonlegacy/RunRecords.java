package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.LegacyIdentity;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.QuarantinedRecord;
import org.updateall.domain.history.Run;

/**
 * Runs as records of a history.json with all that is known of them, and back. A record is only
 * given away once it has been read again and was found to say the same.
 */
final class RunRecords {

  private static final int DEPTH = 1;

  private final RunReader reader;

  RunRecords(LegacyReading reading) {
    this.reader = new RunReader(reading);
  }

  /** What a record says that was found to be readable. */
  Run run(byte[] json) throws IOException {
    return read(json).getOrElseThrow(RunRecords::unreadable);
  }

  /**
   * The record of a run.
   *
   * @throws HistoryUnavailable if no record can say all that the run does
   */
  byte[] record(Run run, EarlierRecord earlier) throws IOException {
    byte[] json = PythonJson.of(document(run, earlier), DEPTH).getBytes(UTF_8);
    Either<String, Run> saying = readAgain(json);
    if (saying.isLeft() || !saying.get().equals(run)) {
      throw unkeepable(run, saying.swap().getOrElse("it would come back changed"));
    }
    return json;
  }

  /** What a record says, or why it cannot be read. */
  private Either<String, Run> readAgain(byte[] json) throws IOException {
    try {
      return read(json).mapLeft(record -> String.join("; ", record.reasons()));
    } catch (BrokenFileException beyondMeasure) {
      return Either.left(beyondMeasure.reason());
    }
  }

  private Either<QuarantinedRecord, Run> read(byte[] json) throws IOException {
    try (RecordStream records = RecordStream.of(listed(json))) {
      return reader.read(records.next().get());
    }
  }

  private static byte[] listed(byte[] json) throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream(json.length + 2);
    list.write('[');
    list.write(json);
    list.write("]".getBytes(US_ASCII));
    return list.toByteArray();
  }

  private static Map<String, @Nullable Object> document(Run run, EarlierRecord earlier) {
    Map<String, @Nullable Object> fields = RunDocument.ofRunAlone(run);
    Object id = earlier.id();
    if (id != null) {
      fields.put(FieldNames.ID, id);
    }
    List<Map<String, @Nullable Object>> plugins = new ArrayList<>();
    for (PluginExecution execution : run.executions()) {
      plugins.add(document(execution, earlier));
    }
    fields.put(FieldNames.PLUGINS, plugins);
    fields.putAll(earlier.unread());
    boolean isKeptById = id == null && LegacyIdentity.isKeptBy(run.runId());
    fields.put(FieldNames.ADDITION, AdditionDocument.of(run, isKeptById));
    return fields;
  }

  private static Map<String, @Nullable Object> document(
      PluginExecution execution, EarlierRecord earlier) {
    Map<String, @Nullable Object> fields = RunDocument.of(execution);
    fields.putAll(earlier.unread(execution));
    fields.put(FieldNames.ADDITION, AdditionDocument.of(execution));
    return fields;
  }

  private static HistoryUnavailable unkeepable(Run run, String reason) {
    return new HistoryUnavailable(
        "The run %s cannot be kept in a history.json: %s. Keep it in a database instead."
            .formatted(run.runId(), reason));
  }

  private static IllegalStateException unreadable(QuarantinedRecord record) {
    return new IllegalStateException("a record was readable and is not: " + record.reasons());
  }
}
