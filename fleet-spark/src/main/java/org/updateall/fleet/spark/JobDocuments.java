package org.updateall.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.PriorText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The files of an output that are no tables, as JSON. */
final class JobDocuments {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JobDocuments() {}

  static byte[] priors(PriorTable priors) {
    StringBuilder text = new StringBuilder();
    new PriorText(priors).writeTo(text);
    return text.toString().getBytes(UTF_8);
  }

  static byte[] partitions(List<PartitionReport> partitions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("kind", "update-all fleet partitions");
      json.writeArrayPropertyStart("partitions");
      partitions.forEach(each -> write(each, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(PartitionReport report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("partition", report.partition());
    json.writeNumberProperty("rows", report.rows());
    json.writeNumberProperty("leftOut", report.leftOut());
    if (report.reason() == null) {
      json.writeNullProperty("reason");
    } else {
      json.writeStringProperty("reason", report.reason());
    }
    json.writeEndObject();
  }

  static byte[] metrics(JobReport report) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(report.metrics());
  }
}
