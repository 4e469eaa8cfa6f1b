package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandOutcome.Ending;

/** Words reach the program as they are, whatever a shell would make of them. */
class InjectionTest {

  private static final List<String> NASTY =
      List.of(
          "two words",
          "'",
          "\"",
          "$(touch injected)",
          "`touch injected`",
          "line\nline\n",
          "-n",
          "--",
          "",
          "; touch injected",
          "${HOME}",
          "*",
          "\\",
          "a=b",
          "\t");

  @TempDir private Path folder;

  @Test
  void argumentsReachTheProgramAsTheyAre() {
    Command command =
        in(folder, Runners.shell("printf '%s\\0' \"$@\"", NASTY.toArray(String[]::new)));

    CommandOutcome outcome = Runners.run(Runners.HERE, command);

    String expected = NASTY.stream().map(word -> word + "\0").collect(Collectors.joining());
    assertEquals(expected, outcome.output().text());
    assertFalse(Files.exists(folder.resolve("injected")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "it's \"quoted\"",
        "$(touch injected)",
        "`touch injected`",
        "line\nline",
        "-n",
        "--help",
        "a=b",
        "; touch injected"
      })
  void aProgramOfAnyNameIsStarted(String name) throws IOException {
    script(folder.resolve(name), "#!/bin/sh\nprintf '%s' \"$1\"\n");
    Command byPath = Command.of(List.of(name, "$(x) -n")).with(Map.of("PATH", folder.toString()));
    Command byFile = in(folder, Command.of(List.of("./" + name, "$(x) -n")));

    assertEquals("$(x) -n", Runners.run(Runners.HERE, byPath).output().text());
    assertEquals("$(x) -n", Runners.run(Runners.HERE, byFile).output().text());
    assertFalse(Files.exists(folder.resolve("injected")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eval", ".", "exit", "set", "trap", "unset"})
  void buildInCommandsOfTheShellAreNoPrograms(String builtin) {
    CommandOutcome outcome =
        Runners.run(Runners.HERE, in(folder, Command.of(List.of(builtin, "touch injected"))));

    assertEquals(Ending.NOT_STARTED, outcome.ending());
    assertEquals(
        ProgramSearch.NotFound.MISSING + (builtin.equals(".") ? -1 : 0), outcome.exitCode());
    assertFalse(Files.exists(folder.resolve("injected")));
  }

  @Test
  void variablesReachTheProgramAsTheyAreAndNoneIsAdded() {
    Command command =
        Command.of(List.of("/usr/bin/env", "-0"))
            .with(Map.of("NASTY", "$(touch injected)\n'\"", "_update_all_code", "mine"));

    List<String> variables =
        List.of(Runners.run(Runners.HERE, command).output().text().split("\0", -1));

    assertEquals(1, variables.stream().filter("NASTY=$(touch injected)\n'\""::equals).count());
    assertEquals(1, variables.stream().filter("_update_all_code=mine"::equals).count());
    assertEquals(
        1, variables.stream().filter(variable -> variable.startsWith("_update_all")).count());
  }

  private static Command in(Path directory, Command command) {
    return new Command(
        command.arguments(),
        command.environment(),
        directory,
        command.timeLimit(),
        command.input());
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
