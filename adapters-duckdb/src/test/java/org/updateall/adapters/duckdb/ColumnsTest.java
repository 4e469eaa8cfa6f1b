package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

class ColumnsTest {

  @Test
  void anInstantBecomesItsUtcTime() {
    assertEquals(
        "2026-11-01T05:30:00.000001",
        Columns.toColumn(Instant.parse("2026-11-01T05:30:00.000001Z")).toString());
  }

  @Test
  void aTextThatUtf8CannotHoldIsRefusedAndNothingStored(@TempDir Path directory) {
    DuckDbModelStore models = new Stores(directory).models();
    TrainedModel broken =
        new TrainedModel(
            new SeriesKey(new PluginName("apt"), HostScope.everyHost(), Target.CPU_TIME),
            new ModelProvenance("f", "f", "s", 1, Instant.EPOCH, "x", Instant.EPOCH),
            "half \uD83D of a pair");

    assertThrows(IllegalArgumentException.class, () -> models.saveAll(List.of(broken)));
    assertEquals(0, models.findAll(List.of(broken.key())).size());
  }
}
