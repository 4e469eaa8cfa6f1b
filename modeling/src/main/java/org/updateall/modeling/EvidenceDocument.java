package org.updateall.modeling;

import java.util.List;
import java.util.Map;
import org.updateall.modeling.document.RecordReader;
import org.updateall.modeling.numbers.Require;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How it is written down what a long series says of a new one: one JSON object.
 *
 * @param format version of this document
 * @param count of how many values level and variance are
 * @param level on the logarithmic scale
 * @param variance on the logarithmic scale
 * @param values the first of the series
 * @param points what was forecast for each of them that is above 0, from those before it
 */
record EvidenceDocument(
    int format,
    int count,
    double level,
    double variance,
    List<Double> values,
    List<Double> points) {

  static final int FORMAT = 1;

  private static final RecordReader<EvidenceDocument> READER =
      new RecordReader<>(EvidenceDocument.class, Map.of());

  /** Made where evidence is first written, for it takes long. */
  private static final class Writing {
    private static final JsonMapper MAPPER = new JsonMapper();
  }

  /**
   * @throws IllegalArgumentException if the format is another, or a figure is missing or not finite
   */
  EvidenceDocument {
    Require.that(format == FORMAT, "format", format);
    values = Require.allFinite("values", values);
    points = Require.allFinite("points", points);
    long positive = values.stream().filter(value -> value > 0).count();
    Require.that(points.size() == positive, "number of points", points.size());
  }

  String write() {
    return Writing.MAPPER.writeValueAsString(this);
  }

  /**
   * @throws IllegalArgumentException if it is no such document, with the reason
   */
  static EvidenceDocument read(String document) {
    try {
      return READER.read(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is no evidence: " + e.getOriginalMessage(), e);
    }
  }
}
