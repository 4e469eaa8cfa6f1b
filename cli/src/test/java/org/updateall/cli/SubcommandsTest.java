package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Which commands a command line is made with. */
final class SubcommandsTest {

  @Test
  void everyCommandHasTheNameThatItSays() {
    Subcommands.meantBy()
        .forEach(
            (name, command) -> assertEquals(command.getAnnotation(Command.class).name(), name));
  }

  @Test
  void thoseThatTheWordsCanMean() {
    assertEquals(Set.of("estimate"), Subcommands.meantBy("--json", "estimate", "apt").keySet());
    assertEquals(Set.of("run", "stats"), Subcommands.meantBy("--db", "run", "stats").keySet());
  }

  @Test
  void allOfThemWhereHelpIsAskedForOrNoneIsNamed() {
    int all = Subcommands.meantBy("help", "stats").size();
    assertEquals(25, all);
    assertEquals(all, Subcommands.meantBy("--help").size());
    assertEquals(all, Subcommands.meantBy("estimat").size());
  }
}
