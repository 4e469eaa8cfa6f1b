package org.updateall.domain.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Preferences} promises. */
public abstract class PreferencesContract {

  /** Preferences of whoever names that file for metrics, or none. */
  protected abstract Preferences withMetricsFile(@Nullable String file);

  @Test
  void whatIsNotSaidIsNone() {
    assertEquals(Option.none(), withMetricsFile(null).metricsFile());
  }

  @Test
  void theFileIsToldAsItIsNamed() {
    String file = "/var/lib/node exporter/ツール.prom";
    assertEquals(Option.some(Path.of(file)), withMetricsFile(file).metricsFile());
  }

  @Test
  void aPathThatIsNotAbsoluteCountsAsNotSaid() {
    assertEquals(Option.none(), withMetricsFile("update-all.prom").metricsFile());
  }
}
