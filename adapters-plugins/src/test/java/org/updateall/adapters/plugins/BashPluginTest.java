package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.ProgressEvent.PhaseEnded;
import org.updateall.domain.updating.ProgressEvent.PhaseStarted;
import org.updateall.domain.updating.StepOutcome;
import org.updateall.domain.updating.StepReader;
import org.updateall.domain.updating.UpdatePlugin;

/** A plugin in bash, found and run as a real one is. */
final class BashPluginTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final String SCRIPT =
      """
      #!/bin/bash
      progress() { printf 'PROGRESS:%s\\n' "$1" >&2; }
      case "$1" in
        is-applicable) exit 0 ;;
        estimate-update)
          echo '{"status":"success","data":{"total_bytes":70000000,"package_count":2,
            "estimated_seconds":30,"packages":[{"name":"one two","version":"1.0","size_bytes":1}]}}' ;;
        can-separate-download) exit 0 ;;
        get-mutexes) echo '{"mutexes":["system:network"]}' ;;
        download)
          progress '{"type":"phase_start","phase":"DOWNLOAD"}'
          for i in 10 60 40 100; do
            progress "{\\"phase\\":\\"download\\",\\"percent\\":$i,\\"bytes_downloaded\\":$((i * 700000))}"
          done
          progress '{"type":"phase_end","phase":"download","success":true}' ;;
        update)
          progress '{"phase":"execute","items_completed":1,"items_total":2}'
          kill -SEGV $$ ;;
        *) echo "Unknown command: $1" >&2; exit 1 ;;
      esac
      """;

  @TempDir private Path folder;

  @Test
  void isFoundAskedAndRun() throws IOException {
    UpdatePlugin plugin = find("tool $(touch hacked) ; x");

    PreflightReport report = plugin.preflight(MINUTE);
    assertEquals(2, report.work().packageCount());
    assertEquals(70_000_000L, report.work().downloadBytes());
    assertEquals(30.0, report.work().seconds());
    assertEquals("one two", report.work().packages().get(0).name());
    assertEquals(Set.of("system:network"), plugin.plan().allMutexes());

    List<PluginStep> steps = plugin.plan().steps();
    assertEquals(List.of("download", "update"), steps.stream().map(PluginStep::name).toList());

    List<ProgressEvent> download = new ArrayList<>();
    assertEquals(new StepOutcome(null, 70_000_000L), run(plugin, steps.get(0), download));
    assertEquals(new PhaseStarted(StepPhase.DOWNLOAD), download.get(0));
    assertEquals(new PhaseEnded(StepPhase.DOWNLOAD, true, null), download.get(5));
    assertEquals(6, download.size());

    List<ProgressEvent> update = new ArrayList<>();
    assertEquals(new StepOutcome(1, null), run(plugin, steps.get(1), update));
    assertEquals(
        new PhaseEnded(StepPhase.EXECUTE, false, "it ended with exit code 139"), update.get(2));
    assertTrue(Files.notExists(Path.of("hacked")));
  }

  private static StepOutcome run(UpdatePlugin plugin, PluginStep step, List<ProgressEvent> events) {
    StepReader reader = plugin.reader(step);
    List<ProgressEvent> shared = Collections.synchronizedList(events);
    CommandOutcome outcome =
        new PlainRunner()
            .run(
                Command.of(step.command()).with(step.environment()),
                (channel, bytes, length) -> shared.addAll(reader.accept(channel, bytes, length)));
    shared.addAll(reader.ended(outcome.exitCode()));
    return reader.outcome();
  }

  private UpdatePlugin find(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), SCRIPT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    PluginSettings settings =
        new PluginSettings(
            folder.resolve("config.yaml"),
            folder,
            System.getenv("PATH"),
            folder.resolve("preflights.json"));
    return new PluginsModule(settings)
        .pluginCatalogue(new PlainRunner())
        .find()
        .find(new PluginName(name))
        .get();
  }
}
