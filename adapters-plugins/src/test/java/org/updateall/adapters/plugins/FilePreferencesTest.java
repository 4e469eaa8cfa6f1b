package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.updating.Preferences;
import org.updateall.domain.updating.PreferencesContract;

final class FilePreferencesTest extends PreferencesContract {

  @TempDir private Path home;

  @Override
  protected Preferences withMetricsFile(@Nullable String file) {
    return written(file == null ? "plugins: {}" : "metrics: " + file);
  }

  @Test
  void aFileThatIsNotThereSaysNothing() {
    assertEquals(Option.none(), new FilePreferences(configuration()).metricsFile());
  }

  @Test
  void aDamagedFileSaysNothing() {
    assertEquals(Option.none(), written("metrics: [").metricsFile());
    assertEquals(Option.none(), written("metrics: {file: /tmp/x.prom}").metricsFile());
  }

  @Test
  void aPathThatIsNotAbsoluteIsToldWithItsPlace() {
    assertEquals(Option.none(), withMetricsFile("x.prom").metricsFile());
    String told = Configuration.read(configuration()).refused().get(0).message();
    assertTrue(told.contains("line 1, column 10, key metrics: it is no absolute path"), told);
  }

  private Preferences written(String text) {
    try {
      Files.writeString(configuration(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FilePreferences(configuration());
  }

  private Path configuration() {
    return home.resolve("config.yaml");
  }
}
