package org.updateall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.example.SiteLogImporter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.application.Progress;
import org.updateall.application.importing.SystemImportRequest;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.SourceMachine;

/** The importer that docs/importers.md shows keeps what every importer promises, and is found. */
final class SiteLogImporterTest extends HistoryImporterContract {

  @TempDir private Path place;
  private Path disk;

  @BeforeEach
  void aMachineWithTheLog() throws IOException {
    disk = place.resolve("disk");
    Path log = disk.resolve("var/log/site-update.log");
    Files.createDirectories(log.getParent());
    Files.writeString(
        log,
        """
        2026-01-05T06:00:00Z 2026-01-05T06:02:11Z 0 14
        2026-01-06T06:00:00Z 2026-01-06T06:00:40Z 100 0
        the disk was full
        2026-01-07T06:00:00Z 2026-01-07T05:00:00Z 0 3
        2026-01-08T06:00:00Z 2026-01-08T06:01:30Z 0 9
        """);
  }

  @Override
  protected HistoryImporter importer() {
    return new SiteLogImporter();
  }

  @Override
  protected SourceMachine machine() {
    return new SourceMachine(
        disk,
        List.of(),
        ZoneOffset.UTC,
        Instant.parse("2026-02-01T00:00:00Z"),
        ScriptedPrograms.none());
  }

  @Test
  void aJarOnTheClassPathIsEnoughToBeFoundAndRead() throws Exception {
    Path jar = place.resolve("site-log-importer.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry("META-INF/services/" + HistoryImporter.class.getName()));
      entries.write((SiteLogImporter.class.getName() + "\n").getBytes(UTF_8));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dguice_bytecode_gen_option=DISABLED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar + File.pathSeparator + System.getProperty("java.class.path"),
                Embedding.class.getName(),
                place.resolve("history.duckdb").toString(),
                disk.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertEquals(0, process.waitFor());
    assertEquals("3 of 3, 2 left out", output.strip());
  }

  /** A program that embeds update-all. Arguments: the database, and the tree of a machine. */
  static final class Embedding {

    private Embedding() {}

    public static void main(String[] arguments) {
      try (UpdateAll updateAll = UpdateAll.open(Settings.of(Path.of(arguments[0])))) {
        SourceMachine machine = updateAll.machineIn(Path.of(arguments[1]), null).machine();
        var report =
            updateAll.importSystemHistory(
                new SystemImportRequest(machine, "other", List.of("site-log"), null, false),
                Progress.none());
        System.out.printf(
            "%d of %d, %d left out%n",
            report.addedInAll(), updateAll.counts().runs(), report.sources().get(0).skippedCount());
      }
    }
  }
}
