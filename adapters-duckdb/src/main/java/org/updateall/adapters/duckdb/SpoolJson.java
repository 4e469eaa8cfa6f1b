package org.updateall.adapters.duckdb;

import java.io.ByteArrayOutputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Run;
import org.updateall.domain.journal.ProcessIdentity;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.ledger.ForetoldRun;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of the files of a spool: an object with the number of this format and a run, or what
 * was foretold of one; where the run is under way, also with its process and its place in the order
 * of things.
 */
final class SpoolJson {

  private static final int FORMAT = 1;

  /** What was written must be read, however long a message a plugin left. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private SpoolJson() {}

  /** A run that is under way, and when in the order of things that was noted. */
  record Marker(RunUnderWay underWay, long order) {}

  private interface Content {
    void write(JsonGenerator json);
  }

  static byte[] accepted(Run run) {
    return document(json -> writeRun(run, json));
  }

  static byte[] foretold(ForetoldRun foretold) {
    return document(
        json -> {
          json.writeName("foretold");
          LedgerJson.write(foretold, json);
        });
  }

  static byte[] underWay(Marker marker) {
    return document(
        json -> {
          json.writeNumberProperty("order", marker.order());
          write(marker.underWay().process(), json);
          writeRun(marker.underWay().run(), json);
        });
  }

  /**
   * @throws IllegalArgumentException if it is no such content; the message says where and why
   */
  static Run accepted(byte[] content) {
    return read(content, SpoolJson::run);
  }

  /**
   * @throws IllegalArgumentException if it is no such content; the message says where and why
   */
  static Marker underWay(byte[] content) {
    return read(
        content,
        fields ->
            new Marker(
                new RunUnderWay(run(fields), fields.object("process", SpoolJson::process)),
                fields.longInteger("order")));
  }

  /**
   * @throws IllegalArgumentException if it is no such content; the message says where and why
   */
  static ForetoldRun foretold(byte[] content) {
    return read(content, fields -> fields.object("foretold", LedgerJson::read));
  }

  private static byte[] document(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("format", FORMAT);
      content.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] content, Function<JsonFields, T> maker) {
    JsonNode document;
    try {
      document = MAPPER.readTree(content);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no whole JSON: " + e.getOriginalMessage(), e);
    }
    return JsonFields.read(
        document,
        "",
        fields -> {
          requireFormat(fields.integer("format"));
          return maker.apply(fields);
        });
  }

  private static void requireFormat(int format) {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "format %d is not known, only %d is".formatted(format, FORMAT));
    }
  }

  private static void writeRun(Run run, JsonGenerator json) {
    json.writeName("run");
    RunJson.write(run, json);
  }

  private static Run run(JsonFields fields) {
    return fields.object("run", RunJson::read);
  }

  private static void write(ProcessIdentity process, JsonGenerator json) {
    json.writeObjectPropertyStart("process");
    json.writeStringProperty("hostname", process.hostname());
    text(json, "boot_id", process.bootId());
    text(json, "process_namespace", process.processNamespace());
    json.writeNumberProperty("pid", process.pid());
    text(json, "started_at", process.startedAt());
    json.writeEndObject();
  }

  private static ProcessIdentity process(JsonFields fields) {
    return new ProcessIdentity(
        fields.text("hostname"),
        fields.optionalText("boot_id"),
        fields.optionalText("process_namespace"),
        fields.longInteger("pid"),
        fields.optionalText("started_at"));
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}
