package org.updateall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The completions of a command line for fish, which picocli does not write. */
final class FishCompletion {

  /** Which command the words so far have come to; what follows a command's first value is none. */
  private static final String FUNCTIONS =
      """
      # fish completions for %1$s, made by: %1$s completion fish
      function __%2$s_command
          set -l words (commandline -opc)
          set -e words[1]
          set -l command ''
          set -l value no
          for word in $words
              if test $value = yes
                  set value no
              else if contains -- $word %3$s
                  set value yes
              else if not string match -q -- '-*' $word
                  switch "$command $word"
                      case %4$s
                          set command (string trim -- "$command $word")
                      case '*'
                          break
                  end
              end
          end
          echo $command
      end
      function __%2$s_at
          set -l command (__%2$s_command)
          test "$command" = "$argv"
      end
      complete -c %1$s -f
      """;

  private final CommandLine commandLine;
  private final String name;
  private final String function;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> paths = new TreeSet<>();
  private final Set<String> sharedWithValue = new TreeSet<>();

  private FishCompletion(CommandLine commandLine) {
    this.commandLine = commandLine;
    this.name = commandLine.getCommandName();
    this.function = name.replace('-', '_');
  }

  /** The script that fish reads. */
  static String of(CommandLine commandLine) {
    return new FishCompletion(commandLine).script();
  }

  private String script() {
    addCommand(commandLine, "");
    String functions =
        FUNCTIONS.formatted(name, function, quotedAll(sharedWithValue), quotedAll(paths));
    return functions + String.join("\n", lines) + "\n";
  }

  private void addCommand(CommandLine command, String path) {
    CommandSpec spec = command.getCommandSpec();
    String here = "-n %s ".formatted(quoted("__%s_at %s".formatted(function, path).strip()));
    command
        .getSubcommands()
        .forEach(
            (word, each) -> {
              paths.add(path + " " + word);
              if (!each.getCommandSpec().usageMessage().hidden()) {
                complete(here + "-a " + quoted(word), HelpText.summary(each.getCommandSpec()));
              }
            });
    spec.options().forEach(option -> addOption(here, option));
    spec.positionalParameters().forEach(parameter -> addParameter(here, parameter));
    addSiblings(command, here);
    command.getSubcommands().forEach((word, each) -> addCommand(each, (path + " " + word).strip()));
  }

  private void addParameter(String here, ArgSpec parameter) {
    String candidates = candidates(parameter);
    if (isFile(parameter)) {
      lines.add("complete -c %s %s-F".formatted(name, here));
    } else if (!candidates.isEmpty()) {
      lines.add("complete -c %s %s-a %s".formatted(name, here, quoted(candidates)));
    }
  }

  /** Help is asked for by the names of the commands beside it. */
  private void addSiblings(CommandLine command, String here) {
    CommandLine parent = command.getParent();
    if (parent != null && command.getCommandName().equals("help")) {
      String siblings = String.join(" ", parent.getSubcommands().keySet());
      lines.add("complete -c %s %s-a %s".formatted(name, here, quoted(siblings)));
    }
  }

  private void addOption(String here, OptionSpec option) {
    if (option.hidden() || option.inherited()) {
      return;
    }
    boolean takesValue = option.arity().max() > 0;
    boolean shared = option.scopeType() == ScopeType.INHERIT;
    if (takesValue && shared) {
      sharedWithValue.addAll(List.of(option.names()));
    }
    String where = shared ? "" : here;
    complete(where + names(option) + (takesValue ? value(option) : ""), HelpText.summary(option));
    if (option.negatable()) {
      complete(
          where + "-l " + quoted("no-" + option.longestName().substring(2)),
          HelpText.summary(option));
    }
  }

  private static String names(OptionSpec option) {
    return List.of(option.names()).stream()
        .map(
            each ->
                each.startsWith("--") ? "-l " + quoted(each.substring(2)) : "-s " + each.charAt(1))
        .collect(Collectors.joining(" "));
  }

  private static String value(ArgSpec option) {
    if (isFile(option)) {
      return " -r -F";
    }
    String candidates = candidates(option);
    return candidates.isEmpty() ? " -x" : " -x -a " + quoted(candidates);
  }

  /** In lower case, as help has them; either case is understood. */
  private static String candidates(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null
        ? ""
        : StreamSupport.stream(candidates.spliterator(), false)
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
  }

  /** By its type, or by what help calls it: import takes a file or the name of a source. */
  private static boolean isFile(ArgSpec argument) {
    Class<?> type =
        argument.typeInfo().isMultiValue()
            ? argument.typeInfo().getAuxiliaryTypes()[0]
            : argument.type();
    return Path.class.isAssignableFrom(type) || argument.paramLabel().contains("FILE");
  }

  private void complete(String what, String description) {
    lines.add("complete -c %s %s -d %s".formatted(name, what, quoted(description)));
  }

  private static String quotedAll(Collection<String> words) {
    return words.stream().map(FishCompletion::quoted).collect(Collectors.joining(" "));
  }

  /** In single quotes, within which fish knows a backslash and a quote only. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
