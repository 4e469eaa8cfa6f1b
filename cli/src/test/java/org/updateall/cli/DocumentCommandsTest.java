package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.updateall.bootstrap.UpdateAll;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/**
 * Every command line that the documents show is one that the program understands; of those with
 * placeholders the command and the options are known. Nothing is run.
 */
final class DocumentCommandsTest {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("[\\[|…]|\\.\\.\\.|(?<![A-Za-z_.$/-])[A-Z]+(?![A-Za-z_.])");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern SENT_ELSEWHERE = Pattern.compile(" >{1,2} \\S+$");
  private static final Pattern COMMAND = Pattern.compile("[a-z]+");

  @Test
  void everyCommandOfTheDocumentsIsUnderstood() throws IOException {
    List<String> misunderstood = new ArrayList<>();
    int lines = 0;
    for (Map.Entry<Path, MarkdownText> document : Documents.all().entrySet()) {
      for (String line : document.getValue().commands()) {
        lines++;
        trouble(line)
            .forEach(
                trouble ->
                    misunderstood.add(
                        document.getKey().getFileName() + ": " + line + ": " + trouble));
      }
    }
    assertEquals(List.of(), misunderstood);
    assertTrue(lines > 60, "too few to be true: " + lines);
  }

  @Test
  void whatIsWrongIsNoticed() {
    assertTrue(trouble("update-all stats --by week").isEmpty());
    assertTrue(trouble("update-all forecast").isEmpty()); // no more than a name
    assertTrue(trouble("update-all stats --json > stats.json").isEmpty());
    assertTrue(trouble("update-all statistics > stats.json").isDefined());
    assertTrue(trouble("update-all forecast --horizon 3").isDefined());
    assertTrue(trouble("update-all stats --by fortnight").isDefined());
    assertTrue(trouble("update-all statistics").isDefined());
    assertTrue(trouble("update-all stats --weekly").isDefined());
    assertTrue(trouble("update-all record -- sleep --long").isDefined()); // no plugin
    assertTrue(trouble("update-all record --plugin a -- sleep --long").isEmpty());
    assertTrue(trouble("update-all db backup FILE --force").isDefined());
    assertTrue(trouble("update-all db backup FILE").isEmpty());
    assertTrue(trouble("update-all statistics [--days N]").isDefined());
    assertTrue(trouble("update-all stats [--days N] [--weekly]").isDefined());
  }

  @Test
  void commandsAreFoundInBlocksAndInTheText() {
    MarkdownText text =
        new MarkdownText(
            """
            Say `update-all
            stats`, not `update-all`.
            ```
            $ bin/update-all demo    # the whole way
            update-all train [--all]
                       [--level P]
            apt update
            ```
            ```java
            update-all nothing
            ```
            """);

    assertEquals(
        List.of("update-all demo", "update-all train [--all] [--level P]", "update-all stats"),
        text.commands());
  }

  private static Option<String> trouble(String whole) {
    String line = SENT_ELSEWHERE.matcher(whole).replaceFirst("");
    String[] words =
        WORD.matcher(line.replaceFirst("^update-all\\s*", ""))
            .results()
            .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
            .toArray(String[]::new);
    return PLACEHOLDER.matcher(line).find() ? unknown(line, words) : unreadable(words);
  }

  /** Why those words are no command line, unless they do no more than name a command. */
  private static Option<String> unreadable(String... words) {
    try {
      commandLine(words).parseArgs(words);
      return Option.none();
    } catch (MissingParameterException e) {
      boolean isName = Stream.of(words).allMatch(word -> COMMAND.matcher(word).matches());
      return Option.when(!isName, () -> String.valueOf(e.getMessage()));
    } catch (ParameterException e) {
      return Option.some(String.valueOf(e.getMessage()));
    }
  }

  /** A command or an option that there is not, where some of the words stand for others. */
  private static Option<String> unknown(String line, String... words) {
    CommandLine root = commandLine(words);
    CommandLine command =
        Stream.of(words)
            .map(word -> root.getSubcommands().get(word))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(root);
    if (command == root && COMMAND.matcher(words[0]).matches()) {
      return Option.some("no command " + words[0]);
    }
    Set<String> known = new HashSet<>(root.getCommandSpec().optionsMap().keySet());
    addOptions(command, known);
    String own = line.replaceFirst(" -- .*", "");
    return Option.ofOptional(
        OPTION
            .matcher(own)
            .results()
            .map(option -> option.group())
            .filter(option -> !known.contains(option))
            .findFirst()
            .map(option -> "no option " + option));
  }

  private static void addOptions(CommandLine command, Set<String> options) {
    options.addAll(command.getCommandSpec().optionsMap().keySet());
    options.addAll(command.getCommandSpec().negatedOptionsMap().keySet());
    command.getSubcommands().values().forEach(each -> addOptions(each, options));
  }

  private static CommandLine commandLine(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Map.of(),
            Path.of("/nowhere"),
            false,
            null);
    return new Program(surroundings)
        .commandLine(new UpdateAllCommand(surroundings, UpdateAll::open, answer -> {}), words);
  }
}
