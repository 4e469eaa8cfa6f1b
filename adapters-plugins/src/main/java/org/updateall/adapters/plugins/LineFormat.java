package org.updateall.adapters.plugins;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.PackageUpdate;

/**
 * Output of which each line that matches a pattern tells of one package, or of the whole.
 *
 * @param pattern looked for in each line. Its groups, all of which may be missing: {@code name},
 *     {@code from}, {@code to} of one package; {@code size}, a size with its unit, and {@code
 *     bytes}, a plain number, added up over all lines; {@code count}, how many packages, likewise
 * @param precision how exact these sizes are
 * @param nothing what a line of output looks like that says that nothing is to be done; absent
 *     where only the lack of any output says so
 */
record LineFormat(Pattern pattern, DownloadPrecision precision, @Nullable Pattern nothing)
    implements OutputFormat {

  static final List<String> GROUPS = List.of("name", "from", "to", "size", "bytes", "count");

  /** Lines longer than this are no line of a package manager, and not searched. */
  private static final int MAX_LINE = 10_000;

  @Override
  public Either<String, AnnouncedWork> read(String output) {
    Tally tally = new Tally();
    for (String line : PlainText.lines(output)) {
      Matcher matcher = pattern.matcher(line.length() > MAX_LINE ? "" : line);
      if (matcher.find()) {
        String refusal = tally.take(line, groups(matcher));
        if (refusal != null) {
          return Either.left(refusal);
        }
      }
    }
    return tally.lines > 0 || saysNothing(output)
        ? Either.right(tally.work(precision, has("size") || has("bytes"), has("name")))
        : Either.left("nothing of what it prints is known");
  }

  /** Output that is not known is no proof that nothing is to be done. */
  private boolean saysNothing(String output) {
    return output.isBlank()
        || (nothing != null
            && PlainText.lines(output).stream().anyMatch(line -> nothing.matcher(line).find()));
  }

  /** What the named groups have matched; those that have not are left out. */
  private Map<String, String> groups(Matcher matcher) {
    Map<String, String> found = new HashMap<>();
    for (String group : GROUPS) {
      if (has(group)) {
        String text = matcher.group(group);
        if (text != null && !text.isBlank()) {
          found.put(group, text.strip());
        }
      }
    }
    return found;
  }

  private boolean has(String group) {
    return pattern.pattern().contains("(?<" + group + ">");
  }

  /** What the lines come to so far. */
  private static final class Tally {

    private final List<PackageUpdate> packages = new ArrayList<>();
    private int lines;
    private int weighed;
    private long bytes;
    private @Nullable Integer count;

    /** Adds a line; why it cannot be, if so. */
    private @Nullable String take(String line, Map<String, String> groups) {
      lines++;
      try {
        Long size = size(groups);
        if (size != null) {
          bytes = Math.addExact(bytes, size);
          weighed++;
        }
        if (groups.containsKey("count")) {
          int more = Integer.parseInt(groups.get("count"));
          count = Math.addExact(count == null ? 0 : count, more);
        }
        if (groups.containsKey("name")) {
          packages.add(
              new PackageUpdate(groups.get("name"), groups.get("from"), groups.get("to"), size));
        }
        return null;
      } catch (ArithmeticException | IllegalArgumentException e) {
        return "a line cannot be read: " + PlainText.summary(line);
      }
    }

    private static @Nullable Long size(Map<String, String> groups) {
      if (groups.containsKey("bytes")) {
        return Long.parseLong(groups.get("bytes"));
      }
      String size = groups.get("size");
      return size == null
          ? null
          : ByteSize.parse(size)
              .getOrElseThrow(() -> new IllegalArgumentException("no size: " + size));
    }

    private AnnouncedWork work(DownloadPrecision precision, boolean weighs, boolean names) {
      AnnouncedWork work = AnnouncedWork.UNTOLD;
      if (names) {
        work = AnnouncedWork.of(packages);
      } else if (count != null) {
        work = AnnouncedWork.ofCount(count);
      }
      // One size that is not told, and the sum is not known.
      boolean complete = weighs && (weighed == lines || !names);
      return complete ? work.or(AnnouncedWork.ofBytes(bytes, precision)) : work;
    }
  }
}
