package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import org.updateall.adapters.system.importing.ShellUpdate.Effect;
import org.updateall.domain.history.PluginName;

/**
 * Tells whether what somebody typed into a shell updates everything that one package manager looks
 * after, such as {@code sudo apt update && sudo apt -y full-upgrade}. What only partly is such an
 * update is not recognised: single packages, rehearsals, pipes, redirections, quotes and variables,
 * and anything joined with another program.
 */
final class UpdateCommand {

  private static final int MAX_LENGTH = 500;
  private static final String NO_PLAIN_WORDS = "|&<>()`$\"'*?{}[]#!~\\";
  private static final Set<String> PREFIXES = Set.of("sudo", "doas", "time", "command", "noglob");
  private static final Set<String> PREFIX_OPTIONS = Set.of("-E", "-H", "-n", "-k", "-S", "-i");

  private UpdateCommand() {}

  /** The plugin that does the same; none if it is no such update. */
  static Option<PluginName> plugin(String typed) {
    if (typed.length() > MAX_LENGTH) {
      return Option.none();
    }
    List<List<String>> commands =
        List.of(typed.split("&&|;")).stream()
            .map(UpdateCommand::words)
            .filter(words -> !words.isEmpty())
            .toList();
    return Option.ofOptional(
        ShellUpdate.ALL.stream()
            .filter(update -> isAll(update, commands))
            .map(update -> new PluginName(update.plugin()))
            .findFirst());
  }

  private static boolean isAll(ShellUpdate update, List<List<String>> commands) {
    List<Effect> effects = commands.stream().map(words -> effect(update, words)).toList();
    return effects.contains(Effect.UPDATE) && !effects.contains(Effect.OTHER);
  }

  private static Effect effect(ShellUpdate update, List<String> words) {
    String path = words.get(0);
    String program = path.substring(path.lastIndexOf('/') + 1);
    boolean plain =
        words.stream()
            .noneMatch(word -> word.chars().anyMatch(each -> NO_PLAIN_WORDS.indexOf(each) >= 0));
    return plain && update.programs().contains(program)
        ? update.effect(words.subList(1, words.size()))
        : Effect.OTHER;
  }

  /** The words of a simple command, from the program on: without what only says how to start it. */
  private static List<String> words(String command) {
    List<String> words = List.of(command.strip().split("\\s+"));
    int first = 0;
    while (first < words.size() && (words.get(first).isEmpty() || precedes(words.get(first)))) {
      first++;
    }
    return words.subList(first, words.size());
  }

  private static boolean precedes(String word) {
    return PREFIXES.contains(word) || PREFIX_OPTIONS.contains(word) || isAssignment(word);
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.chars()
            .limit(equals)
            .allMatch(each -> each == '_' || Character.isLetterOrDigit(each));
  }
}
