package org.updateall.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** What every command says of itself. */
final class HelpTest {

  private static final String PROGRAM = "update-all ";

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithExamples(String command) {
    String help = help(command);
    List<String> lines = help.lines().toList();
    int heading = lines.lastIndexOf("Examples:");
    assertTrue(heading > 0, help);
    assertTrue(lines.size() > heading + 1, help);
    lines
        .subList(heading + 1, lines.size())
        .forEach(line -> assertTrue(line.startsWith("  " + PROGRAM), line));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsUnderstood(String command, String example) {
    ParseResult parsed = whole().parseArgs(example.split(" ", -1));
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    assertEquals(List.of(), last.unmatched());
    String meant = last.commandSpec().qualifiedName();
    boolean ofAGroup =
        Stream.of("", " db", " fleet", " priors")
            .flatMap(group -> Stream.of(group, group + " help"))
            .anyMatch(command::equals);
    assertTrue(ofAGroup || meant.equals("update-all" + command), meant);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpExplainsIt(String command) {
    List<String> words = words(command);
    if (words.isEmpty()) {
      return;
    }
    words.add(words.size() - 1, "help");

    assertEquals(ExitCode.DONE, run(words), err.toString());

    assertTrue(
        out.toString().contains("Usage: update-all" + command)
            || out.toString().contains("Usage: update-all help"),
        out.toString());
    assertEquals("", err.toString());
    assertFalse(out.toString().isBlank());
  }

  static List<String> commands() {
    List<String> paths = new ArrayList<>();
    addTo(paths, "", whole());
    assertTrue(paths.size() > 25, paths.toString());
    return paths;
  }

  static List<Object[]> examples() {
    List<Object[]> examples = new ArrayList<>();
    for (String command : commands()) {
      List<String> lines = help(command).lines().toList();
      lines.subList(lines.lastIndexOf("Examples:") + 1, lines.size()).stream()
          .map(line -> line.strip().substring(PROGRAM.length()))
          .forEach(example -> examples.add(new Object[] {command, example}));
    }
    return examples;
  }

  private static void addTo(List<String> paths, String path, CommandLine commandLine) {
    paths.add(path);
    commandLine
        .getSubcommands()
        .forEach((name, command) -> addTo(paths, path + " " + name, command));
  }

  private static CommandLine whole() {
    Surroundings nobody =
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Map.of(),
            Path.of("/nowhere"),
            false,
            null);
    return CommandLines.of(
        new UpdateAllCommand(
            nobody,
            settings -> {
              throw new IllegalStateException("nothing is to be opened");
            },
            answer -> {}),
        Subcommands.everyOne());
  }

  private static String help(String command) {
    CommandLine commandLine = whole();
    for (String word : words(command)) {
      commandLine = requireNonNull(commandLine.getSubcommands().get(word), word);
    }
    return commandLine.getUsageMessage(Ansi.OFF);
  }

  private static List<String> words(String command) {
    return new ArrayList<>(Stream.of(command.split(" ")).filter(word -> !word.isEmpty()).toList());
  }

  private int run(List<String> words) {
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings).run(words.toArray(String[]::new));
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
