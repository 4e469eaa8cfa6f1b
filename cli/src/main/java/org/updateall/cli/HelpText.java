package org.updateall.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What help says, without the marks that picocli takes out when it prints it. */
final class HelpText {

  private HelpText() {}

  /** A command's description, paragraph by paragraph; between two of them an empty text. */
  static List<String> paragraphs(CommandSpec command) {
    return plain(command.usageMessage().description());
  }

  /** What stands below a command's description and options. */
  static List<String> footer(CommandSpec command) {
    return plain(command.usageMessage().footer());
  }

  static String description(ArgSpec argument) {
    return String.join(" ", plain(argument.description()));
  }

  /** The first sentence on a command, without its full stop. */
  static String summary(CommandSpec command) {
    String[] header = command.usageMessage().header();
    return firstSentence(String.join(" ", header.length > 0 ? plain(header) : paragraphs(command)));
  }

  /** The first sentence on an option or a parameter, without its full stop. */
  static String summary(ArgSpec argument) {
    return firstSentence(description(argument).replaceFirst(" \\(default: .*", "."));
  }

  private static List<String> plain(String... lines) {
    return Arrays.stream(lines).map(line -> String.format(Locale.ROOT, line)).toList();
  }

  private static String firstSentence(String text) {
    return text.replaceFirst("(?s)\\.( .*)?$", "").strip();
  }
}
