package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.bootstrap.UpdateAll;
import picocli.CommandLine;

/** Commands that are made without picocli. */
final class FamiliarWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate",
        "estimate --json",
        "--json estimate",
        "-q estimate",
        "estimate --quiet --json",
        "-q estimate --json",
      })
  void areTheSameAsPicocliMakesThem(String line) throws Exception {
    String[] words = line.split(" ");
    UpdateAllCommand root = root();
    Callable<Integer> familiar = FamiliarWords.command(root, words).get();

    UpdateAllCommand parsedRoot = root();
    CommandLine commandLine = new CommandLine(parsedRoot);
    commandLine.addSubcommand(EstimateCommand.class);
    Object parsed = commandLine.parseArgs(words).subcommand().commandSpec().userObject();

    assertEquals(fields("", parsed), fields("", familiar));
    assertEquals(fields("", parsedRoot), fields("", root));
    assertTrue(fields("", familiar).size() > 10, () -> String.valueOf(familiar));
    assertTrue(fields("", root).size() > 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--json",
        "estimate estimate",
        "estimate --json --json",
        "estimate -q --quiet",
        "estimate apt",
        "estimate --help",
        "estimate --level 0.8",
        "history",
        "estimate --jso",
      })
  void othersAreLeftToPicocli(String line) {
    assertTrue(FamiliarWords.command(root(), line.split(" ")).isEmpty());
  }

  @Test
  void theComparisonSeesADifference() throws Exception {
    UpdateAllCommand quiet = root();
    quiet.choose(false, true);

    assertEquals("true", fields("", quiet).get(".quiet"));
    assertEquals("false", fields("", root()).get(".quiet"));
  }

  /** All that options and parameters set, by path; what links commands with one another aside. */
  private static Map<String, String> fields(String path, @Nullable Object owner)
      throws IllegalAccessException {
    Map<String, String> found = new TreeMap<>();
    if (owner == null) {
      return found;
    }
    Field[] fields = owner.getClass().getDeclaredFields();
    AccessibleObject.setAccessible(fields, true);
    for (Field field : fields) {
      if (isSet(field)) {
        String name = path + "." + field.getName();
        Object value = field.get(owner);
        if (field.isAnnotationPresent(CommandLine.Mixin.class)) {
          found.putAll(fields(name, value));
        } else {
          found.put(name, String.valueOf(value));
        }
      }
    }
    return found;
  }

  private static boolean isSet(Field field) {
    return !Modifier.isStatic(field.getModifiers())
        && Arrays.stream(field.getAnnotations())
            .map(each -> each.annotationType())
            .anyMatch(
                List.of(
                        CommandLine.Option.class,
                        CommandLine.Parameters.class,
                        CommandLine.Mixin.class)
                    ::contains);
  }

  private static UpdateAllCommand root() {
    Surroundings nobodys =
        new Surroundings(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            Path.of("."),
            false,
            null);
    return new UpdateAllCommand(nobodys, UpdateAll::open, answer -> {});
  }
}
