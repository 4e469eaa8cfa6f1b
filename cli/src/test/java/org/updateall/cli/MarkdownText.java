package org.updateall.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document as Markdown has it: its text, its headings, its links, and the commands it names. */
record MarkdownText(String text) {

  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```([a-z]*)\\R(.*?)^ *```$");
  private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern NO_PART_OF_AN_ANCHOR =
      Pattern.compile("[^\\p{L}\\p{N} _-]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern CONTINUED = Pattern.compile("\\R {4,}(?=[\\[-])");
  private static final Pattern REMARK = Pattern.compile("\\s#\\s.*$");
  private static final Pattern OF_THE_PROGRAM = Pattern.compile("(bin/)?update-all \\S.*");
  private static final Set<String> NOT_OF_A_SHELL = Set.of("java", "json", "yaml", "python", "xml");

  /** Where its links lead, as they are written. */
  List<String> links() {
    String prose = INLINE.matcher(withoutFences()).replaceAll("");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  /** The names by which its headings can be linked to, as GitHub makes them. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    HEADING
        .matcher(withoutFences())
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(
            name -> {
              int before = seen.merge(name, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? name : name + "-" + before);
            });
    return anchors;
  }

  private static String anchor(String heading) {
    String words = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
    return NO_PART_OF_AN_ANCHOR.matcher(words).replaceAll("").replace(' ', '-');
  }

  /** The command lines of update-all that it shows, without what is remarked on them. */
  List<String> commands() {
    List<String> lines = new ArrayList<>();
    FENCED
        .matcher(text)
        .results()
        .filter(block -> !NOT_OF_A_SHELL.contains(block.group(1)))
        .flatMap(block -> CONTINUED.matcher(block.group(2)).replaceAll(" ").lines())
        .forEach(lines::add);
    INLINE
        .matcher(withoutFences())
        .results()
        .map(code -> code.group(1).replaceAll("\\s+", " "))
        .forEach(lines::add);
    return lines.stream()
        .map(line -> REMARK.matcher(line).replaceAll("").strip().replaceFirst("^\\$ ", ""))
        .flatMap(MarkdownText::ofTheProgram)
        .toList();
  }

  private static Stream<String> ofTheProgram(String line) {
    return OF_THE_PROGRAM.matcher(line).matches()
        ? Stream.of(line.replaceFirst("^bin/", ""))
        : Stream.empty();
  }

  private String withoutFences() {
    return FENCED.matcher(text).replaceAll("");
  }
}
