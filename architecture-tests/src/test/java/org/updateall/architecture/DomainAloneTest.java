package org.updateall.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.Run;

/** A program that has the domain and what it brings with it, and nothing else. */
final class DomainAloneTest {

  private static final String CONSUMER =
      """
      import io.vavr.control.Option;
      import java.time.Instant;
      import java.util.List;
      import java.util.UUID;
      import org.updateall.domain.forecast.*;
      import org.updateall.domain.history.*;

      public class Consumer {
        public static void main(String[] arguments) {
          RunId runId = new RunId(new UUID(1, 2));
          Instant start = Instant.parse("2026-01-01T00:00:00Z");
          PluginExecution apt =
              PluginExecution.builder(
                      new ExecutionId(new UUID(3, 4)),
                      runId,
                      new PluginName("apt"),
                      ExecutionStatus.SUCCESS)
                  .times(start, start.plusSeconds(42))
                  .build();
          Run run = new Run(runId, start, null, "atlas", null, null, List.of(apt), null);
          Option<Double> seconds = run.executions().get(0).wallClockSeconds();
          System.out.print(seconds.get() + " " + Target.WALL_CLOCK.wireName());
        }
      }
      """;

  @Test
  void compilesAndRuns(@TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Consumer.java"), CONSUMER);
    String classPath = domainClassPath();

    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-Xlint:all", "-Werror", "-cp", classPath, source.toString());
    assertEquals(0, compiled);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + File.pathSeparator + classPath,
                "Consumer")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    assertEquals("42.0 wall_clock_seconds", output);
  }

  private static String domainClassPath() throws URISyntaxException {
    return String.join(
        File.pathSeparator, home(Run.class), home(Option.class), home(NullMarked.class));
  }

  private static String home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
