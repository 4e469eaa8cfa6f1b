package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions that stand in declarations. */
final class Patterns {

  private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private Patterns() {}

  /** The pattern that the value of that key is; a defect is noted if it is none. */
  static Option<Pattern> read(YamlMap map, String key) {
    return map.text(key)
        .flatMap(
            text -> {
              try {
                return Option.some(Pattern.compile(text));
              } catch (PatternSyntaxException e) {
                map.refuse(
                    key,
                    "it is no regular expression: " + e.getDescription(),
                    "Mend it, and put it between single quotes");
                return Option.none();
              }
            });
  }

  /** The named groups of a pattern. */
  static List<String> groups(Pattern pattern) {
    Matcher matcher = NAMED_GROUP.matcher(pattern.pattern());
    return matcher.results().map(result -> result.group(1)).toList();
  }
}
