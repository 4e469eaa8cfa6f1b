package org.updateall.fleet.spark;

import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetOptions;

/** What stands after the job's jar on a command line: options, each with its value. */
final class JobArguments {

  private static final String USAGE =
      "options are --input DIR --output DIR [--latest N] [--level L] [--zone ZONE]"
          + " [--until TIME] [--partitions N]";
  private static final Set<String> NAMES =
      Set.of("--input", "--output", "--latest", "--level", "--zone", "--until", "--partitions");
  private static final double DEFAULT_LEVEL = 0.9;

  private JobArguments() {}

  /**
   * @param until used unless another is asked for
   * @return the options, or what is wrong with the arguments
   */
  static Either<String, JobOptions> parse(String[] arguments, Instant until) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        return Either.left("%s is no option, or has no value; %s".formatted(arguments[i], USAGE));
      }
      values.put(arguments[i], arguments[i + 1]);
    }
    return values.containsKey("--input") && values.containsKey("--output")
        ? options(values, until)
        : Either.left("--input and --output are needed; " + USAGE);
  }

  private static Either<String, JobOptions> options(Map<String, String> values, Instant until) {
    @Nullable String partitions = values.get("--partitions");
    try {
      return Either.right(
          new JobOptions(
              values.getOrDefault("--input", ""),
              values.getOrDefault("--output", ""),
              Integer.parseInt(
                  values.getOrDefault("--latest", String.valueOf(FleetOptions.DEFAULT_LATEST))),
              Double.parseDouble(values.getOrDefault("--level", String.valueOf(DEFAULT_LEVEL))),
              ZoneId.of(values.getOrDefault("--zone", "UTC")),
              Instant.parse(values.getOrDefault("--until", until.toString())),
              partitions == null ? null : Integer.valueOf(partitions)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Either.left("%s; %s".formatted(e.getMessage(), USAGE));
    }
  }
}
