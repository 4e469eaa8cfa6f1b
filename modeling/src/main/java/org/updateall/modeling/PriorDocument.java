package org.updateall.modeling;

import java.util.Map;
import org.updateall.modeling.document.RecordReader;
import org.updateall.modeling.interval.EarlyErrors;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.pooling.HostPrior;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a prior is written down: one JSON object.
 *
 * @param format version of this document
 * @param first what is believed of a series' first values
 * @param errors what errors of forecasts are like while a series is short
 */
record PriorDocument(int format, HostPrior first, EarlyErrors errors) {

  static final int FORMAT = 1;

  private static final RecordReader<PriorDocument> READER =
      new RecordReader<>(PriorDocument.class, Map.of());

  /** Made where a prior is first written, for it takes long. */
  private static final class Writing {
    private static final JsonMapper MAPPER = new JsonMapper();
  }

  /**
   * @throws IllegalArgumentException if the format is another, or a part is missing
   */
  PriorDocument {
    Require.that(format == FORMAT, "format", format);
    Require.present("first", first);
    Require.present("errors", errors);
  }

  String write() {
    return Writing.MAPPER.writeValueAsString(this);
  }

  /**
   * @throws IllegalArgumentException if it is no such document, with the reason
   */
  static PriorDocument read(String document) {
    try {
      int format = RecordReader.number(document, "format"); // which is written first
      if (format > FORMAT) {
        throw new IllegalArgumentException(
            "the prior has format %d, this version reads format %d; update update-all"
                .formatted(format, FORMAT));
      }
      PriorDocument read = READER.read(document);
      read.errors.all();
      return read;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is no prior: " + e.getOriginalMessage(), e);
    }
  }
}
