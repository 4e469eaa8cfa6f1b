package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.history.HistoryCounts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies beside the tables of an export, and is written after them: what they are, how many rows
 * each has, and their digests, so that nothing is taken for an export that is not as it was
 * written.
 *
 * @param format the form of the tables
 * @param schemaVersion that of the database that they come from
 * @param exportedAt when
 * @param counts how much of a history they hold
 * @param models how many models they hold
 * @param files the tables
 */
record Manifest(
    ExchangeFormat format,
    int schemaVersion,
    Instant exportedAt,
    HistoryCounts counts,
    long models,
    List<Entry> files) {

  static final String FILE_NAME = "manifest.json";

  /** What every export says that it is. */
  static final String KIND = "update-all history";

  /** The version of exports that this program writes; it reads none above. */
  static final int VERSION = 1;

  private static final long MAX_BYTES = 100_000;

  /** One table. */
  record Entry(String name, long bytes, String sha256) {

    static Entry of(Path file) throws IOException {
      return new Entry(file.getFileName().toString(), Files.size(file), Sha256.of(file));
    }
  }

  Manifest {
    files = List.copyOf(files);
  }

  void write(Path directory) throws IOException {
    try (JsonGenerator json =
        JsonMapper.builder()
            .build()
            .writerWithDefaultPrettyPrinter()
            .createGenerator(Files.newBufferedWriter(directory.resolve(FILE_NAME), UTF_8))) {
      json.writeStartObject();
      json.writeStringProperty("kind", KIND);
      json.writeNumberProperty("version", VERSION);
      json.writeStringProperty("format", format.wireName());
      json.writeNumberProperty("schema_version", schemaVersion);
      json.writeStringProperty("exported_at", exportedAt.toString());
      writeCounts(json, counts, models);
      json.writeArrayPropertyStart("files");
      files.forEach(file -> write(file, json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /**
   * Reads the manifest of a directory.
   *
   * @throws ExportFault if it cannot be read
   */
  static Manifest read(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ExportFault(file, "", "it is too long for a manifest");
      }
      return JsonFields.read(ExportJson.tree(Files.readAllBytes(file)), "", Manifest::manifest);
    } catch (JacksonException e) {
      throw new ExportFault(file, "", "it is no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ExportFault(file, "", String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new ExportFault(file, "", "it cannot be read: " + Breakdown.clause(e), e);
    }
  }

  /**
   * @throws ExportFault if a table of the directory is missing, or is not the one that was written
   */
  void requireAsWritten(Path directory) {
    for (Entry entry : files) {
      Path file = directory.resolve(entry.name());
      try {
        if (!Files.isRegularFile(file)) {
          throw new ExportFault(file, "", "it is missing, or is no file");
        }
        if (!Entry.of(file).equals(entry)) {
          throw new ExportFault(file, "", "it is not as it was exported (its digest is another)");
        }
      } catch (IOException e) {
        throw new ExportFault(file, "", "it cannot be read: " + Breakdown.clause(e), e);
      }
    }
  }

  /** The names of all files that an export of tables may have. */
  static Set<String> allNames() {
    return Stream.concat(
            Stream.of(FILE_NAME),
            ExportTable.all().stream()
                .flatMap(
                    table ->
                        Stream.of(ExchangeFormat.PARQUET, ExchangeFormat.CSV).map(table::fileName)))
        .collect(Collectors.toSet());
  }

  static void writeCounts(JsonGenerator json, HistoryCounts counts, long models) {
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("runs", counts.runs());
    json.writeNumberProperty("executions", counts.executions());
    json.writeNumberProperty("steps", counts.steps());
    json.writeNumberProperty("estimates", counts.estimates());
    json.writeNumberProperty("models", models);
    json.writeEndObject();
  }

  /** The counts of an export: of the history, and of models. */
  record Counts(HistoryCounts history, long models) {

    static Counts of(JsonFields fields) {
      return new Counts(
          new HistoryCounts(
              fields.longInteger("runs"),
              fields.longInteger("executions"),
              fields.longInteger("steps"),
              fields.longInteger("estimates")),
          fields.longInteger("models"));
    }
  }

  /**
   * @throws IllegalArgumentException if it is not what this program exports
   */
  static void requireKnown(String kind, int version) {
    if (!kind.equals(KIND)) {
      throw new IllegalArgumentException("it is no export of this program");
    }
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "it is an export of version %d, and this program reads version %d"
              .formatted(version, VERSION));
    }
  }

  private static Manifest manifest(JsonFields fields) {
    requireKnown(fields.text("kind"), fields.integer("version"));
    Counts counts = fields.object("counts", Counts::of);
    ExchangeFormat format = tables(fields.text("format"));
    List<Entry> files =
        fields.list(
            "files",
            file -> new Entry(file.text("name"), file.longInteger("bytes"), file.text("sha256")));
    requireEveryTable(format, files);
    return new Manifest(
        format,
        fields.integer("schema_version"),
        fields.time("exported_at"),
        counts.history(),
        counts.models(),
        files);
  }

  private static ExchangeFormat tables(String word) {
    return ExchangeFormat.fromWireName(word)
        .filter(format -> format != ExchangeFormat.JSON)
        .getOrElseThrow(() -> new IllegalArgumentException("no tables are of format " + word));
  }

  private static void requireEveryTable(ExchangeFormat format, List<Entry> files) {
    Set<String> expected =
        ExportTable.all().stream().map(table -> table.fileName(format)).collect(Collectors.toSet());
    Set<String> named = files.stream().map(Entry::name).collect(Collectors.toSet());
    if (files.size() != expected.size() || !named.equals(expected)) {
      throw new IllegalArgumentException("it does not name the tables of an export");
    }
  }

  private static void write(Entry file, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", file.name());
    json.writeNumberProperty("bytes", file.bytes());
    json.writeStringProperty("sha256", file.sha256());
    json.writeEndObject();
  }
}
