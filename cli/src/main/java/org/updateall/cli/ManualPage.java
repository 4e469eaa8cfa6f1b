package org.updateall.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's page for man, in the macros of man(7), made of what its help says. */
final class ManualPage {

  private final CommandLine command;
  private final CommandSpec spec;
  private final List<String> lines = new ArrayList<>();

  private ManualPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
  }

  /** The pages of a command and of all below it that help lists, by the names of their files. */
  static Map<String, String> all(CommandLine command) {
    Map<String, String> pages = new TreeMap<>();
    addTo(pages, command);
    return pages;
  }

  private static void addTo(Map<String, String> pages, CommandLine command) {
    pages.put(name(command.getCommandSpec()) + ".1", new ManualPage(command).text());
    command.getSubcommands().values().stream()
        .filter(ManualPage::hasPage)
        .forEach(each -> addTo(pages, each));
  }

  private static boolean hasPage(CommandLine command) {
    return !command.getCommandSpec().usageMessage().hidden()
        && !command.getCommandName().equals("help");
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private String text() {
    lines.add(
        ".TH \"%s\" 1 \"\" \"update-all %s\" \"update-all\""
            .formatted(escaped(name(spec)).toUpperCase(Locale.ROOT), Version.number()));
    // No hyphens of its own, and no spaces put in to make lines even.
    lines.add(".nh");
    lines.add(".ad l");
    section("NAME");
    lines.add(escaped(name(spec)) + " \\- " + escaped(HelpText.summary(spec)));
    section("SYNOPSIS");
    lines.add(".B " + escaped(synopsis()));
    section("DESCRIPTION");
    HelpText.paragraphs(spec).forEach(this::paragraph);
    parameters();
    options("OPTIONS", spec.options().stream().filter(each -> !each.inherited()));
    commands();
    examples();
    exitCodes();
    seeAlso();
    return String.join("\n", lines) + "\n";
  }

  private String synopsis() {
    return new Help(spec, Help.defaultColorScheme(Ansi.OFF))
        .synopsis(0)
        .replaceAll("\\s+", " ")
        .replace("[no-] ", "[no-]")
        .strip();
  }

  private void parameters() {
    List<PositionalParamSpec> shown =
        spec.positionalParameters().stream().filter(each -> !each.hidden()).toList();
    if (!shown.isEmpty()) {
      section("ARGUMENTS");
      shown.forEach(each -> entry(each.paramLabel(), HelpText.description(each)));
    }
  }

  private void options(String title, Stream<OptionSpec> options) {
    List<OptionSpec> shown = options.filter(each -> !each.hidden()).toList();
    if (!shown.isEmpty()) {
      section(title);
      shown.forEach(each -> entry(names(each), HelpText.description(each)));
    }
  }

  private static String names(OptionSpec option) {
    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    return Stream.of(option.names())
            .map(each -> option.negatable() ? each.replaceFirst("^--", "--[no-]") : each)
            .collect(Collectors.joining(", "))
        + value;
  }

  private void commands() {
    List<CommandLine> shown =
        command.getSubcommands().values().stream().filter(ManualPage::hasPage).toList();
    if (!shown.isEmpty()) {
      section("COMMANDS");
      shown.forEach(
          each -> entry(each.getCommandName(), HelpText.summary(each.getCommandSpec()) + "."));
    }
  }

  private void examples() {
    List<String> examples =
        HelpText.footer(spec).stream().filter(each -> each.startsWith("  ")).toList();
    if (!examples.isEmpty()) {
      section("EXAMPLES");
      lines.add(".nf");
      examples.forEach(each -> lines.add(escaped(each.strip())));
      lines.add(".fi");
    }
  }

  /** The codes are the same of every command, and told once. */
  private void exitCodes() {
    if (command.getParent() == null) {
      section("EXIT STATUS");
      spec.usageMessage().exitCodeList().forEach(this::entry);
    }
  }

  private void seeAlso() {
    List<String> others = new ArrayList<>();
    if (command.getParent() != null) {
      others.add(name(command.getParent().getCommandSpec()));
    }
    command.getSubcommands().values().stream()
        .filter(ManualPage::hasPage)
        .forEach(each -> others.add(name(each.getCommandSpec())));
    section("SEE ALSO");
    lines.add(
        others.stream()
            .map(each -> "\\fB%s\\fR(1)".formatted(escaped(each)))
            .collect(Collectors.joining(", ")));
  }

  private void section(String title) {
    lines.add(".SH " + title);
  }

  private void paragraph(String text) {
    lines.add(text.isEmpty() ? ".PP" : escaped(text));
  }

  private void entry(String term, String text) {
    lines.add(".TP");
    lines.add(".B " + escaped(term));
    lines.add(escaped(text));
  }

  /**
   * What roff would take for its own: backslashes, hyphens, and a dot or quote that begins a line.
   */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
