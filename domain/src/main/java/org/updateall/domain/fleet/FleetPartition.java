package org.updateall.domain.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One month of one host in a fleet's tree: in every table there is a file of it.
 *
 * @param month in which its runs began, by the clock of UTC
 * @param host what the host is called in the tree
 */
public record FleetPartition(YearMonth month, String host) {

  /** By month, then by host. */
  public static final Comparator<FleetPartition> ORDER =
      Comparator.comparing(FleetPartition::month).thenComparing(FleetPartition::host);

  /** The file that a table has of it. */
  public static final String FILE = "part.parquet";

  private static final String MONTH = "month=";
  private static final String HOST = "host=";
  private static final Pattern MONTH_FORM = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]");
  private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._-]|%[0-9A-F]{2}){1,3000}");

  public FleetPartition {
    requireNonNull(month, "month");
    requireNonNull(host, "host");
  }

  /** The month in which a run began. */
  public static YearMonth monthOf(Instant start) {
    return YearMonth.from(start.atOffset(ZoneOffset.UTC));
  }

  /**
   * The partition of these directories.
   *
   * @return none if one of them is not named as {@link #directory()} names them
   */
  public static Option<FleetPartition> of(String monthDirectory, String hostDirectory) {
    return namedMonth(monthDirectory)
        .flatMap(month -> namedHost(hostDirectory).map(host -> new FleetPartition(month, host)));
  }

  /** The directory of a host in the table of hosts, and in each month. */
  public static String hostDirectory(String host) {
    StringBuilder name = new StringBuilder(HOST);
    for (byte each : host.getBytes(UTF_8)) {
      String character = String.valueOf((char) (each & 0xFF));
      name.append(PLAIN.matcher(character).matches() ? character : "%%%02X".formatted(each & 0xFF));
    }
    return name.toString();
  }

  /** Its directory within a table, with a slash. */
  public String directory() {
    return "%s%s/%s".formatted(MONTH, month, hostDirectory(host));
  }

  /** Its file within the tree, with slashes. */
  public String path(String table) {
    return "%s/%s/%s".formatted(table, directory(), FILE);
  }

  /** Whether a run that began then is part of that month. */
  public boolean includes(Instant start) {
    return monthOf(start).equals(month);
  }

  private static Option<YearMonth> namedMonth(String directory) {
    String text = directory.startsWith(MONTH) ? directory.substring(MONTH.length()) : "";
    try {
      return MONTH_FORM.matcher(text).matches()
          ? Option.some(YearMonth.parse(text))
          : Option.none();
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  private static Option<String> namedHost(String directory) {
    String text = directory.startsWith(HOST) ? directory.substring(HOST.length()) : "";
    return ENCODED.matcher(text).matches() ? Option.some(decoded(text)) : Option.none();
  }

  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(text.charAt(i));
      }
    }
    return bytes.toString(UTF_8);
  }
}
