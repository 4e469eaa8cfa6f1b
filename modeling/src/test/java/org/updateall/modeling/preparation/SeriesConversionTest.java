package org.updateall.modeling.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Observation;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

final class SeriesConversionTest {

  private static final double HOUR = 3_600;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void goesByTheClockOfTheZone() {
    SeriesConversion conversion = new SeriesConversion(List.of(), BERLIN);

    assertEquals(3 * HOUR, hour(conversion, "2026-01-10T02:00:00Z"));
    assertEquals(4 * HOUR, hour(conversion, "2026-07-10T02:00:00Z"));
    assertEquals(
        0.25,
        new SeriesConversion(List.of(), ZoneOffset.UTC)
            .occasion(Instant.parse("1970-01-01T00:00:00.250Z"), Covariates.NONE)
            .time());
  }

  /** When summer ends, the local clock shows the same hour twice. */
  @Test
  void bearsAClockThatIsPutBack() {
    SeriesConversion conversion = new SeriesConversion(List.of(), BERLIN);
    TimeSeries series =
        conversion.series(
            List.of(
                new Observation(Instant.parse("2026-10-25T00:30:00Z"), 1),
                new Observation(Instant.parse("2026-10-25T01:30:00Z"), 2)),
            1);

    assertEquals(series.occasion(0), series.occasion(1));
  }

  @Test
  void findsTheWayBackToTheTime() {
    SeriesConversion conversion = new SeriesConversion(List.of(), ZoneId.of("Europe/Berlin"));
    for (String text :
        List.of(
            "2026-07-01T10:20:30.123457Z",
            "2026-01-01T00:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-03-29T01:00:00Z",
            "1969-07-20T20:17:39.999999Z")) {
      Instant time = Instant.parse(text);
      double local = conversion.occasion(time, Covariates.NONE).time();
      assertEquals(time, conversion.instant(local));
    }
  }

  @Test
  void putsCovariatesInTheirPlaces() {
    SeriesConversion conversion =
        new SeriesConversion(List.of("packages", "download_bytes"), ZoneOffset.UTC);

    assertEquals(
        new Occasion(7, Double.NaN, 5e6),
        conversion.occasion(7, Covariates.of(Map.of("download_bytes", 5e6, "moon", 1.0))));
  }

  @Test
  void keepsBoundsApartFromValues() {
    SeriesConversion conversion = new SeriesConversion(List.of(), ZoneOffset.UTC);
    Instant time = Instant.EPOCH;
    TimeSeries series =
        conversion.series(
            List.of(
                new Observation(time, 4),
                new Observation(time, 9, Covariates.NONE, true),
                new Observation(time, 5)),
            12);

    assertArrayEquals(new double[] {4, 9, 5}, series.values());
    assertTrue(series.isCensored(1));
    assertFalse(series.isCensored(2));
    assertEquals(12, series.period());
  }

  private static double hour(SeriesConversion conversion, String instant) {
    return conversion.occasion(Instant.parse(instant), Covariates.NONE).time() % (24 * HOUR);
  }
}
