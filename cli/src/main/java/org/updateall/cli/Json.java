package org.updateall.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Machine-readable output: maps and lists, in the order in which they were filled. */
final class Json {

  private static final double MILLI = 1000;
  private static final MathContext SIX_FIGURES = new MathContext(6);

  private Json() {}

  static String write(Object document) {
    return PlainJson.isPlain(document) ? PlainJson.write(document) : Databind.write(document);
  }

  /** Whatever else there is; made only when needed, for it takes long. */
  static final class Databind {

    private static final JsonMapper MAPPER =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Databind() {}

    static String write(Object document) {
      return MAPPER.writeValueAsString(document);
    }
  }

  static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  /** Seconds to the millisecond, bytes as whole numbers. */
  static Number figure(Target target, double value) {
    return switch (target.unit()) {
      case SECONDS -> seconds(value);
      case BYTES -> Math.round(value);
    };
  }

  static double seconds(double value) {
    return Math.rint(value * MILLI) / MILLI;
  }

  /** To six figures, beyond which machines may differ. */
  static double sixFigures(double value) {
    return new BigDecimal(value).round(SIX_FIGURES).doubleValue();
  }

  /** A share or level to four decimals. */
  static double share(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
