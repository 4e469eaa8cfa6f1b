package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.Run;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Reads an export that is one JSON object, run by run. */
final class JsonReading implements ExportReading {

  private static final Logger LOG = LoggerFactory.getLogger(JsonReading.class);

  /** More than the greatest run has that may be read. */
  private static final long MAX_TOKENS = 50L * MAX_RUN_ROWS;

  private final Path file;
  private final MeteredInput bytes;
  private final MeteredParser parser;
  private final Instant exportedAt;
  private String place = "";
  private long runs;
  private long models;

  private JsonReading(Path file, MeteredInput bytes) {
    this.file = file;
    this.bytes = bytes;
    this.parser = new MeteredParser(ExportJson.parser(bytes));
    this.exportedAt = guarded(this::beginning);
  }

  /**
   * @throws ExportFault if it does not begin as an export
   * @throws IOException if it cannot be read
   */
  static JsonReading open(Path file) throws IOException {
    MeteredInput bytes = new MeteredInput(Files.newInputStream(file));
    try {
      return new JsonReading(file, bytes);
    } catch (RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Whether a file says in its first words that it is such an export. */
  static boolean recognises(Path file) throws IOException {
    try (MeteredInput bytes = new MeteredInput(Files.newInputStream(file))) {
      bytes.allow(10_000);
      MeteredParser parser = new MeteredParser(ExportJson.parser(bytes));
      parser.allow(3);
      return parser.nextToken() == JsonToken.START_OBJECT
          && "kind".equals(parser.nextName())
          && parser.nextToken() == JsonToken.VALUE_STRING
          && Manifest.KIND.equals(parser.getString());
    } catch (JacksonException e) {
      LOG.trace("{} is no JSON", file, e);
      return false;
    }
  }

  @Override
  public ExchangeFormat format() {
    return ExchangeFormat.JSON;
  }

  @Override
  public Instant exportedAt() {
    return exportedAt;
  }

  @Override
  public @Nullable Run nextRun() {
    return guarded(() -> next("run", ++runs, RunJson::read));
  }

  @Override
  public void skipRuns() {
    guarded(
        () -> {
          bytes.allow(Long.MAX_VALUE);
          parser.allow(Long.MAX_VALUE);
          int depth = 1;
          while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token == null || token.isStructEnd() ? -1 : token.isStructStart() ? 1 : 0;
          }
          beginModels();
          return depth;
        });
  }

  @Override
  public @Nullable TrainedModel nextModel() {
    return guarded(
        () ->
            next(
                "model",
                ++models,
                document -> ExportJson.read(ExportTable.MODELS, document).toModel()));
  }

  @Override
  public Manifest.Counts end() {
    return guarded(
        () -> {
          allow();
          requireName("counts");
          parser.nextToken();
          Manifest.Counts counts =
              JsonFields.read(ExportJson.tree(parser), "counts", Manifest.Counts::of);
          require(parser.nextToken() == JsonToken.END_OBJECT, "it does not end after its counts");
          require(parser.nextToken() == null, "it goes on after its end");
          return counts;
        });
  }

  @Override
  public ExportFault fault(String reason) {
    return new ExportFault(file, place, reason);
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      LOG.debug("{} did not close in order", file, e);
    }
  }

  private Instant beginning() {
    allow();
    require(parser.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
    String kind = text("kind");
    Manifest.requireKnown(kind, number("version"));
    int unused = number("schema_version");
    Instant time = Instant.parse(text("exported_at"));
    beginList("runs");
    return time;
  }

  private <T> @Nullable T next(String what, long number, Function<JsonNode, T> maker) {
    allow();
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      place = "";
      if (what.equals("run")) {
        beginModels();
      }
      return null;
    }
    place = "%s %d (line %d)".formatted(what, number, parser.currentTokenLocation().getLineNr());
    require(token == JsonToken.START_OBJECT, "it is no object");
    return maker.apply(ExportJson.tree(parser));
  }

  private void beginModels() {
    beginList("models");
  }

  private void beginList(String name) {
    requireName(name);
    require(parser.nextToken() == JsonToken.START_ARRAY, name + " is no list");
  }

  private String text(String name) {
    requireName(name);
    require(parser.nextToken() == JsonToken.VALUE_STRING, name + " is no text");
    return parser.getString();
  }

  private int number(String name) {
    requireName(name);
    require(parser.nextToken() == JsonToken.VALUE_NUMBER_INT, name + " is no whole number");
    return parser.getIntValue();
  }

  private void requireName(String name) {
    require(name.equals(parser.nextName()), name + " is not there where it should be");
  }

  private void require(boolean holds, String reason) {
    if (!holds) {
      throw fault(reason);
    }
  }

  private void allow() {
    bytes.allow(MAX_RUN_LENGTH);
    parser.allow(MAX_TOKENS);
  }

  private <T extends @Nullable Object> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (JacksonException e) {
      throw new ExportFault(file, where(e.getLocation()), "it cannot be read: " + words(e), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ExportFault(file, place, String.valueOf(e.getMessage()), e);
    }
  }

  private String where(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? place
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String words(JacksonException e) {
    String message = e.getOriginalMessage();
    return message == null ? Breakdown.clause(e) : message.replaceAll("\\s+", " ");
  }
}
