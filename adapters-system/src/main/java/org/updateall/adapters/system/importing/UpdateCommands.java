package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;

/**
 * Which lines typed into a shell updated everything that a package manager looks after. Only lines
 * of plain words are known: what a shell would expand, quote, redirect or run in the background is
 * not, and nothing is ever run to find out.
 */
final class UpdateCommands {

  private static final int MAX_LENGTH = 1000;

  /** Words of which a shell makes nothing else. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./ \t&;-]+");

  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

  private static final Set<String> AS_ROOT = Set.of("sudo", "doas");
  private static final Set<String> AS_ROOT_OPTIONS = Set.of("-E", "-H", "-n", "-S", "-k", "--");

  private UpdateCommands() {}

  /**
   * The plugin whose work the line did, with all that was to be updated; none for any other line.
   * Of several commands, joined by {@code &&} or {@code ;}, one must have updated and all must be
   * that plugin's.
   */
  static Option<PluginName> pluginOf(String line) {
    if (line.length() > MAX_LENGTH || !PLAIN.matcher(line).matches()) {
      return Option.none();
    }
    Option<UpdateTool> tool = Option.none();
    boolean updates = false;
    for (String part : parts(line)) {
      List<String> words = command(part);
      Option<UpdateTool> called = words.isEmpty() ? Option.none() : UpdateTool.named(words.get(0));
      if (called.isEmpty() || tool.exists(known -> !known.plugin().equals(called.get().plugin()))) {
        return Option.none();
      }
      tool = called;
      Option<Extent> extent = called.get().extent(words.subList(1, words.size()));
      if (extent.isEmpty()) {
        return Option.none();
      }
      updates = updates || extent.contains(Extent.SESSION);
    }
    return updates ? tool.map(UpdateTool::plugin) : Option.none();
  }

  /** The commands of a line; an empty one is none that is known, unless it is the last. */
  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    for (String sequence : line.split(";", -1)) {
      if (!sequence.isBlank()) {
        parts.addAll(List.of(sequence.split("&&", -1)));
      }
    }
    return parts;
  }

  /** The words of a command without what stands before its name; empty if that is not known. */
  private static List<String> command(String part) {
    if (part.indexOf('&') >= 0) {
      return List.of();
    }
    Deque<String> words = new ArrayDeque<>(List.of(part.strip().split("[ \t]+")));
    dropAssignments(words);
    if (!words.isEmpty() && AS_ROOT.contains(words.getFirst())) {
      words.removeFirst();
      dropOptions(words);
      dropAssignments(words);
    }
    if (!words.isEmpty() && words.getFirst().equals("env")) {
      words.removeFirst();
      dropAssignments(words);
    }
    return withoutFolder(new ArrayList<>(words));
  }

  private static void dropAssignments(Deque<String> words) {
    while (!words.isEmpty() && ASSIGNMENT.matcher(words.getFirst()).matches()) {
      words.removeFirst();
    }
  }

  /** Also {@code -u root}, the one user that updates a system. */
  private static void dropOptions(Deque<String> words) {
    while (!words.isEmpty()) {
      if (words.getFirst().equals("-u")) {
        words.removeFirst();
        if (!"root".equals(words.pollFirst())) {
          words.clear();
        }
      } else if (AS_ROOT_OPTIONS.contains(words.getFirst())) {
        words.removeFirst();
      } else {
        return;
      }
    }
  }

  private static List<String> withoutFolder(List<String> words) {
    if (!words.isEmpty() && words.get(0).startsWith("/")) {
      words.set(0, words.get(0).substring(words.get(0).lastIndexOf('/') + 1));
    }
    return words;
  }
}
