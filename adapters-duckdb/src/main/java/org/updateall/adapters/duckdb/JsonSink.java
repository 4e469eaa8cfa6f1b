package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.updateall.domain.history.Run;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes an export as one JSON object: what it is, the runs, the models, and at the end how many
 * there are of each. Every run and every model has a line of its own.
 */
final class JsonSink implements ExportSink {

  private final JsonGenerator json;
  private boolean inModels;

  JsonSink(Path file, Instant now) throws IOException {
    json =
        new JsonFactory()
            .createGenerator(ObjectWriteContext.empty(), Files.newBufferedWriter(file, UTF_8));
    json.writeStartObject();
    json.writeStringProperty("kind", Manifest.KIND);
    json.writeNumberProperty("version", Manifest.VERSION);
    json.writeNumberProperty("schema_version", Schema.current().version());
    json.writeStringProperty("exported_at", now.toString());
    json.writeArrayPropertyStart("runs");
  }

  @Override
  public void add(Run run) {
    json.writeRaw('\n');
    RunJson.write(run, json);
  }

  @Override
  public void add(List<ModelRow> models) {
    beginModels();
    for (ModelRow model : models) {
      json.writeRaw('\n');
      ExportJson.write(ExportTable.MODELS, model, json);
    }
  }

  @Override
  public void finish(ExportTally tally) {
    beginModels();
    json.writeRaw('\n');
    json.writeEndArray();
    Manifest.writeCounts(json, tally.counts(), tally.models());
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  @Override
  public void close() {
    json.close();
  }

  private void beginModels() {
    if (!inModels) {
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeArrayPropertyStart("models");
      inModels = true;
    }
  }
}
