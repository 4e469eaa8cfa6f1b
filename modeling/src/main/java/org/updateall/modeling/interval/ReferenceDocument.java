package org.updateall.modeling.interval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.document.RecordReader;
import org.updateall.modeling.interval.ReferenceErrors.Row;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.scale.Power;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How {@link ReferenceErrors} are written down: one JSON object.
 *
 * @param format version of this document
 * @param from from how many errors on each row holds
 * @param rows by power
 */
public record ReferenceDocument(int format, List<Integer> from, Map<Power, List<Row>> rows) {

  private static final int FORMAT = 1;

  private static final RecordReader<ReferenceDocument> READER =
      new RecordReader<>(ReferenceDocument.class, Map.of());

  /**
   * @throws IllegalArgumentException if the format or the rows are not those of this version
   */
  public ReferenceDocument {
    from = Require.whole("from", from);
    Require.present("rows", rows);
    Require.that(format == FORMAT, "format", format);
    Require.that(from.equals(ReferenceErrors.from()), "from", from);
  }

  public static byte[] write(ReferenceErrors errors) {
    Map<Power, List<Row>> rows = new EnumMap<>(Power.class);
    for (Power power : Power.values()) {
      rows.put(power, errors.rows(power));
    }
    return new JsonMapper()
        .writeValueAsBytes(new ReferenceDocument(FORMAT, ReferenceErrors.from(), rows));
  }

  /**
   * @throws IllegalArgumentException if it is no such document, with the reason
   */
  public static ReferenceErrors read(byte[] document) {
    return new ReferenceErrors(parsed(document).rows);
  }

  private static ReferenceDocument parsed(byte[] document) {
    try {
      return READER.read(document);
    } catch (JacksonException e) {
      throw refused(e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private static IllegalArgumentException refused(@Nullable String reason, Exception cause) {
    return new IllegalArgumentException("this is no table of reference errors: " + reason, cause);
  }
}
