package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.updating.UpdateCheck;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PackageUpdate;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PreflightReport.Finding;

/** Checking for updates with real commands, through the facade. */
final class CheckingTest {

  private static final PluginName ODD = new PluginName("odd; touch hacked");
  private static final PluginName TOOL = new PluginName("my $(id) tool");

  @TempDir private Path folder;

  @Test
  void asksWhatIsDeclaredAndWhatSpeaksTheProtocol() throws Exception {
    PluginHome home = new PluginHome(folder);
    home.configure(
        """
        plugins:
          "odd; touch hacked":
            pre-flight:
              command: [printf, '%s 1 2 30\\n', '$(id)', '-rf']
              lines: '^(?<name>\\S+) (?<from>\\d) (?<to>\\d) (?<bytes>\\d+)'
              sizes-are: exact
            steps: {phase: execute, command: [printf]}
        """);
    Path script =
        home.addPlugin(
            TOOL.value(),
            """
        #!/bin/sh
        case "$1" in
          is-applicable) exit 0 ;;
          estimate-update) echo '{"package_count": 4, "total_bytes": 70}' ;;
          *) exit 1 ;;
        esac
        """);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));

    try (UpdateAll updateAll = UpdateAll.open(home.settings())) {
      assertEquals(PluginOrigin.PROTOCOL, updateAll.plugins().find(TOOL).get().origin());
      UpdateCheck check = updateAll.check(0.9, ODD, TOOL);

      assertEquals(List.of(), check.failures());
      assertEquals(List.of(), check.refused());
      var reports = check.reports();
      assertEquals(TOOL, reports.get(0).plugin());
      assertEquals(4, reports.get(0).work().packageCount());
      assertEquals(70L, reports.get(0).work().downloadBytes());
      assertEquals(Finding.UPDATES, reports.get(1).finding());
      assertEquals(
          List.of(
              new PackageUpdate("$(id)", "1", "2", 30L), new PackageUpdate("-rf", "1", "2", 30L)),
          reports.get(1).work().packages());
      assertEquals(60L, reports.get(1).work().downloadBytes());
      assertTrue(Files.notExists(Path.of("hacked")));
      assertEquals(List.of(TOOL, ODD), check.forecast().get().unknown());
    }
  }
}
