package org.updateall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.updateall.domain.history.Run;

/**
 * Runs the commands that are asked for often, on a made-up history in a throw-away place and with
 * nobody to see it. The launcher has the JVM keep the classes that this loads, so that later starts
 * find them ready.
 */
public final class Rehearsal {

  private static final long SEED = 2026;

  /** Enough for every family of models to take part. */
  private static final int RUNS = 40;

  private Rehearsal() {}

  /**
   * @throws IOException if there is no place to work in
   */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    UnsetLogging.use();
    try (ThrowAwayDirectory place = ThrowAwayDirectory.create()) {
      System.exit(perform(place.path()));
    }
  }

  /** Rehearses in that directory; the worst exit code. */
  static int perform(Path place) throws IOException {
    List<Run> runs = new SyntheticHistory(SEED).runs().subList(0, RUNS);
    Path file = place.resolve("history.json");
    LegacyFile.write(file, runs);
    Program program = new Program(nobodysSurroundings(place));
    return List.of(
            List.of("import", file.toString()),
            List.of("train"),
            List.of("estimate"),
            List.of("estimate", "--json"),
            List.of("estimate", "--json"),
            List.of("history"),
            List.of("stats", "--json"),
            List.of("accuracy"))
        .stream()
        .mapToInt(words -> program.run(words.toArray(String[]::new)))
        .max()
        .orElseThrow();
  }

  private static Surroundings nobodysSurroundings(Path place) {
    return new Surroundings(
        new PrintWriter(Writer.nullWriter()),
        new PrintWriter(Writer.nullWriter()),
        Map.of(),
        place,
        false,
        null);
  }
}
