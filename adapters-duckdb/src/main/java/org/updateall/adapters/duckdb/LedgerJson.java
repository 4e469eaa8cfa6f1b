package org.updateall.adapters.duckdb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.ledger.RecordedPrediction;
import tools.jackson.core.JsonGenerator;

/**
 * What was foretold of a run as a JSON object, as {@link RunJson} has runs: the field names are
 * those of the columns, and nothing is lost either way.
 */
final class LedgerJson {

  private LedgerJson() {}

  static void write(ForetoldRun foretold, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("run_id", foretold.runId().toString());
    json.writeStringProperty("made_at", foretold.madeAt().toString());
    json.writeArrayPropertyStart("predictions");
    foretold.predictions().forEach(prediction -> write(prediction, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(RecordedPrediction prediction, JsonGenerator json) {
    json.writeStartObject();
    text(json, "plugin_name", prediction.plugin() == null ? null : prediction.plugin().value());
    json.writeStringProperty("target", prediction.target().wireName());
    json.writeNumberProperty("level", prediction.interval().level());
    json.writeNumberProperty("point", prediction.point());
    json.writeNumberProperty("lower_bound", prediction.interval().lower());
    json.writeNumberProperty("upper_bound", prediction.interval().upper());
    json.writeStringProperty("basis", prediction.basis().wireName());
    json.writeStringProperty("interval_basis", prediction.intervalBasis().wireName());
    text(json, "model", prediction.model());
    json.writeNumberProperty("runs", prediction.runs());
    json.writeNumberProperty("scores", prediction.scores());
    json.writeArrayPropertyStart("quantiles");
    for (float quantile : prediction.outline().quantiles()) {
      json.writeNumber(quantile);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  static ForetoldRun read(JsonFields fields) {
    return new ForetoldRun(
        new RunId(fields.uuid("run_id")),
        fields.time("made_at"),
        fields.list("predictions", LedgerJson::prediction));
  }

  private static RecordedPrediction prediction(JsonFields fields) {
    String plugin = fields.optionalText("plugin_name");
    return new RecordedPrediction(
        plugin == null ? null : new PluginName(plugin),
        StoredWords.target(fields.text("target")),
        fields.number("point"),
        new PredictionInterval(
            fields.number("lower_bound"), fields.number("upper_bound"), fields.number("level")),
        QuantileOutline.of(single(fields.numbers("quantiles"))),
        StoredWords.basis(fields.text("basis")),
        StoredWords.intervalBasis(fields.text("interval_basis")),
        fields.optionalText("model"),
        fields.integer("runs"),
        fields.integer("scores"));
  }

  private static float[] single(List<Double> numbers) {
    float[] single = new float[numbers.size()];
    for (int i = 0; i < single.length; i++) {
      single[i] = numbers.get(i).floatValue();
    }
    return single;
  }
}
