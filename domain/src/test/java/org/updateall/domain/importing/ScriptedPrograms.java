package org.updateall.domain.importing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Programs that print what a test says, in place of those of a machine. */
public final class ScriptedPrograms implements ProgramOutput {

  private record Script(int exitCode, String output, String error) {}

  private final Map<Predicate<List<String>>, Script> scripts = new LinkedHashMap<>();
  private final List<String> programs = new ArrayList<>();
  private final List<List<String>> asked = new ArrayList<>();

  /** A machine without any program. */
  public static ScriptedPrograms none() {
    return new ScriptedPrograms();
  }

  /**
   * Also has a program that, with arguments that begin so, prints that.
   *
   * @param command the program and its first arguments
   */
  public ScriptedPrograms with(List<String> command, int exitCode, String output, String error) {
    scripts.put(
        called ->
            called.size() >= command.size() && called.subList(0, command.size()).equals(command),
        new Script(exitCode, output, error));
    programs.add(command.get(0));
    return this;
  }

  /** The commands that were run, in their order. */
  public List<List<String>> asked() {
    return List.copyOf(asked);
  }

  @Override
  public boolean has(String program) {
    return programs.contains(program);
  }

  @Override
  public Ending lines(List<String> command, Duration limit, Consumer<String> eachLine) {
    asked.add(List.copyOf(command));
    for (Map.Entry<Predicate<List<String>>, Script> script : scripts.entrySet()) {
      if (script.getKey().test(command)) {
        script.getValue().output().lines().forEach(eachLine);
        return new Ending(script.getValue().exitCode(), script.getValue().error());
      }
    }
    return new Ending(127, "there is no program '%s'".formatted(command.get(0)));
  }
}
