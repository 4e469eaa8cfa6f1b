package org.updateall.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the facade's Javadoc, taken from there, compiled and run. */
final class JavadocExampleTest {

  private static final Path FACADE =
      Path.of("src/main/java/org/updateall/bootstrap/UpdateAll.java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* }</pre>", Pattern.DOTALL);
  private static final String PROGRAM =
      """
      import java.nio.file.Path;
      import org.updateall.application.estimating.RunEstimate;
      import org.updateall.bootstrap.Settings;
      import org.updateall.bootstrap.UpdateAll;
      import org.updateall.domain.forecast.Target;

      public class Example {
        public static void main(String[] arguments) {
      %s
        }
      }
      """;

  @Test
  void compilesAndRuns(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("history.json"), history());
    Path source = Files.writeString(folder.resolve("Example.java"), PROGRAM.formatted(example()));

    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath(), source.toString());
    assertEquals(0, compiled);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dguice_bytecode_gen_option=DISABLED",
                "-cp",
                folder + File.pathSeparator + classPath(),
                "Example")
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), Files.readString(folder.resolve("errors")));
    assertTrue(output.contains("90 % between"), output);
  }

  private static String example() throws Exception {
    Matcher matcher = EXAMPLE.matcher(Files.readString(FACADE));
    assertTrue(matcher.find(), "the facade's Javadoc has no example");
    return matcher
        .group(1)
        .lines()
        .map(line -> line.replaceFirst("^ \\* ?", ""))
        .collect(Collectors.joining("\n"));
  }

  private static String history() {
    StringBuilder json = new StringBuilder("[");
    for (int day = 10; day < 30; day++) {
      json.append(day == 10 ? "" : ",")
          .append(
              """
              {"id": "0000%1$d", "start_time": "2026-01-%1$dT06:00:00Z",
               "end_time": "2026-01-%1$dT06:02:00Z",
               "plugins": [{"name": "apt", "status": "success",
                 "start_time": "2026-01-%1$dT06:00:00Z", "end_time": "2026-01-%1$dT06:01:%1$dZ"}]}
              """
                  .formatted(day));
    }
    return json.append("]").toString();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
