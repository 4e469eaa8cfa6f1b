package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.bootstrap.StandardLocations;

/**
 * All that the answer to {@code estimate --json} depends on, as text: two of them that are equal
 * have the same answer. These are the words, the program, the machine, its zone, the hour (models
 * see no less), and the history, a fleet's priors and what plugins said, as the size, the time and
 * the identity of their files. What plugins said counts for a day, and so to the hour as well.
 */
record Situation(String text) {

  private static final Path HOSTNAME = Path.of("/proc/sys/kernel/hostname");
  private static final Path LOCAL_TIME = Path.of("/etc/localtime");

  /**
   * As it is now; none if the words are not those of an estimate as JSON from the usual database,
   * if they have programs started, or if runs wait to be stored.
   */
  static Option<Situation> now(Surroundings surroundings, Instant now, List<String> words) {
    StandardLocations locations = surroundings.locations();
    boolean answered =
        words.contains(EstimateCommand.NAME)
            && words.contains("--json")
            && words.stream().noneMatch(Situation::leadsElsewhere)
            && Files.isRegularFile(locations.database());
    try {
      return answered && !isOnItsWay(locations)
          ? Option.some(new Situation(describe(surroundings, now, words)))
          : Option.none();
    } catch (IOException | URISyntaxException e) {
      return Option.none(); // Whoever looks closer will say what is wrong.
    }
  }

  private static boolean leadsElsewhere(String word) {
    return word.startsWith("--db") || word.equals("--preflight");
  }

  private static boolean isOnItsWay(StandardLocations locations) throws IOException {
    Path spool = beside(locations.database(), ".spool");
    if (!Files.exists(spool)) {
      return false;
    }
    try (Stream<Path> waiting = Files.list(spool)) {
      return waiting.findAny().isPresent();
    }
  }

  private static String describe(Surroundings surroundings, Instant now, List<String> words)
      throws IOException, URISyntaxException {
    StandardLocations locations = surroundings.locations();
    Path database = locations.database().toRealPath();
    Path program =
        Path.of(Situation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> parts = new ArrayList<>();
    words.forEach(word -> parts.add("word " + word.length() + " " + word));
    parts.add("program " + identity(program));
    parts.add("machine " + hostname());
    parts.add(
        "zone " + surroundings.environment().getOrDefault("TZ", "") + " " + identity(LOCAL_TIME));
    parts.add("hour " + now.truncatedTo(ChronoUnit.HOURS));
    parts.add("history " + identity(database));
    parts.add("journal " + identity(beside(database, ".wal")));
    parts.add("priors " + identity(locations.database().resolveSibling("priors.json")));
    for (Path said : saidByPlugins(locations.cache())) {
      parts.add("said " + identity(said));
    }
    return String.join("\n", parts);
  }

  /**
   * Every machine has a file of its own there; another's changes nothing, but is no loss either.
   */
  private static List<Path> saidByPlugins(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static String hostname() throws IOException {
    return Files.isReadable(HOSTNAME) ? Files.readString(HOSTNAME, UTF_8).strip() : "";
  }

  private static String identity(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return "%s %s %s %s"
          .formatted(file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    } catch (NoSuchFileException absent) {
      return file + " absent";
    }
  }
}
