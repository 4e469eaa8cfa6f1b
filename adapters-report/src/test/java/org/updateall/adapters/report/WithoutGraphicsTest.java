package org.updateall.adapters.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A Java runtime that has no module java.desktop. */
final class WithoutGraphicsTest {

  /** What runs there. */
  static final class Program {

    public static void main(String[] arguments) {
      String picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
      String said = PortableNetworkGraphics.of(picture).fold(reason -> reason, png -> "drawn");
      System.out.print(said);
    }
  }

  @Test
  void thereTheReasonAndTheRemedyAreTold() throws IOException, InterruptedException {
    assertEquals("drawn", run("ALL-DEFAULT"));
    String refusal = run("java.base,java.xml");
    assertTrue(
        refusal.startsWith(
            "this Java cannot draw images (java.lang.ClassNotFoundException: java.awt."),
        refusal);
    assertTrue(
        refusal.contains("Write an SVG file instead, or have Java's module java.desktop"), refusal);
  }

  private static String run(String modules) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String limit = modules.equals("ALL-DEFAULT") ? "-Xshare:auto" : "--limit-modules=" + modules;
    Process process =
        new ProcessBuilder(
                java, limit, "-Djava.awt.headless=true", "-cp", classes, Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return said;
  }
}
