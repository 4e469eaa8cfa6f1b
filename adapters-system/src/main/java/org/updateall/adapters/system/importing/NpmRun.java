package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of npm, as it logs it: each line has a number, a level, and mostly a word that tells what
 * the rest is. Of what the run was asked for only whether it installed or updated global packages
 * is kept.
 */
final class NpmRun {

  /**
   * What npm understands as install and as update, with its abbreviations and its typing errors.
   */
  private static final Set<String> UPDATES =
      Set.of(
          "install", "add", "i", "in", "ins", "inst", "insta", "instal", "isnt", "isnta", "isntal",
          "isntall", "update", "up", "upgrade", "u", "udpate");

  private static final String TREE = "node_modules/";
  private static final int MAX_EXIT_DIGITS = 9;

  private boolean updates;
  private boolean global;
  private boolean rehearsal;
  private boolean listsChanges;
  private int packages;
  private @Nullable Integer exitCode;
  private @Nullable String error;

  /** Takes the next line. */
  void add(String line) {
    int number = line.indexOf(' ');
    int level = line.indexOf(' ', number + 1);
    if (number <= 0 || level < 0) {
      return;
    }
    String rest = line.substring(level + 1);
    switch (line.substring(number + 1, level)) {
      case "verbose" -> fact(rest);
      case "silly" -> change(rest);
      case "error" -> error(rest);
      default -> {}
    }
  }

  private void fact(String fact) {
    if (fact.startsWith("title npm ")) {
      String command = fact.substring("title npm ".length()).strip();
      int end = command.indexOf(' ');
      updates = UPDATES.contains(end < 0 ? command : command.substring(0, end));
    } else if (fact.startsWith("argv ")) {
      arguments(fact);
    } else if (fact.startsWith("exit ")) {
      exitCode = code(fact.substring("exit ".length()).strip());
    }
  }

  private void arguments(String quoted) {
    boolean named =
        quoted.contains("\"--global\"")
            || quoted.contains("\"-g\"")
            || quoted.contains("\"--location\" \"global\"")
            || quoted.contains("\"--location=global\"");
    boolean denied =
        quoted.contains("\"--global\" \"false\"") || quoted.contains("\"--no-global\"");
    global = named && !denied;
    rehearsal = quoted.contains("\"--dry-run\"") && !quoted.contains("\"--dry-run\" \"false\"");
  }

  private static @Nullable Integer code(String text) {
    boolean number =
        !text.isEmpty()
            && text.length() <= MAX_EXIT_DIGITS
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? Integer.valueOf(text) : null;
  }

  /** A global package, and not one that another brings with it, counts as updated. */
  private void change(String change) {
    int end = change.indexOf(' ');
    if (end < 0 || !change.startsWith(TREE, end + 1)) {
      return;
    }
    switch (change.substring(0, end)) {
      case "ADD", "CHANGE" -> {
        listsChanges = true;
        packages += change.indexOf(TREE, end + 1 + TREE.length()) < 0 ? 1 : 0;
      }
      case "REMOVE" -> listsChanges = true;
      default -> {}
    }
  }

  private void error(String text) {
    if (error == null && !text.startsWith("A complete log of this run")) {
      error = text;
    }
  }

  /** Whether it installed or updated global packages, and not only said what it would do. */
  boolean isGlobalUpdate() {
    return updates && global && !rehearsal;
  }

  /** How many global packages it put there or changed; none where it did not say. */
  Option<Integer> packages() {
    return listsChanges ? Option.some(packages) : Option.none();
  }

  /** What it exited with; none where it did not come to its end. */
  Option<Integer> exitCode() {
    return Option.of(exitCode);
  }

  /** The first error, mostly a code such as {@code E404}. */
  Option<String> error() {
    return Option.of(error).map(PlainText::of);
  }
}
