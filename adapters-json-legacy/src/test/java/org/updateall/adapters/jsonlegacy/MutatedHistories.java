package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Old histories with something wrong in them, as many as one likes. Each is told by its number and
 * is the same at any time: one of several sound histories, changed one to three times, in its bytes
 * or in its values.
 */
public final class MutatedHistories {

  private static final long SEED = 20_260_105;
  private static final int MOST_CHANGES = 3;

  private static final String AS_PYTHON_WRITES =
      """
      [
        {
          "id": "9c41e7ab",
          "start_time": "2026-01-03T06:15:02.118204+00:00",
          "end_time": "2026-01-03T06:21:40.900117+00:00",
          "plugins": [
            {
              "name": "apt",
              "status": "success",
              "packages_updated": 14,
              "error_message": null,
              "start_time": "2026-01-03T06:15:02.301000+00:00",
              "end_time": "2026-01-03T06:19:55.010400+00:00"
            },
            {
              "name": "snap",
              "status": "timeout",
              "packages_updated": 0,
              "error_message": "timed out after 300s",
              "start_time": "2026-01-03T06:19:55.011000+00:00",
              "end_time": "2026-01-03T06:21:40.899000+00:00"
            }
          ]
        },
        {"id": "77aa01ff", "start_time": "2026-01-04T06:15:02+00:00", "end_time": null, "plugins": []}
      ]""";

  private static final String AS_PYTHON_EXPORTS =
      """
      [{"id": "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11", "start_time": "2026-01-03T07:15:02.118204",
        "end_time": null, "hostname": "atlas", "username": "ann", "config_hash": "c0ffee",
        "plugins": [{"name": "apt", "status": "running", "packages_updated": 0, "exit_code": -9,
          "packages_total": 2147483647, "error_message": "za\\u017c\\u00f3\\u0142\\u0107 \\ud83d\\ude00",
          "start_time": "2026-01-03T07:15:02.301000", "end_time": null}]},
       {"id": "2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11", "start_time": "20260103T071502Z"}]""";

  private static final String BY_HAND =
      """
      \uFEFF[ {"start_time":"2025-11-30 22:10:00.5","plugins":[{"name":"flatpak","status":"Completed",
        "packages_updated":null,"note":{"a":[1,2,{"b":"c"}]}},{"name":"pipx"}],"extra":[[[]]],"id":17},
        {"id":"{9C41E7AB-0000-4000-8000-00000000000a}","start_time":"2026-W01-5T08","plugins":[]},
        null, 3.5, "text", {"id": "x"}, {"start_time": "2026-01-01", "hostname": "中文 😀"} ]
      """;

  private static final String WITH_ADDITIONS =
      """
      [{"id": "01900000-0000-7001-8000-000000000000", "start_time": "2026-01-05T12:00:00.000001+00:00",
        "end_time": "2026-01-05T12:34:56.789012+00:00", "hostname": "workstation", "username": "ada",
        "plugins": [{"name": "apt", "status": "failed", "packages_updated": 17, "exit_code": 100,
          "error_message": "E: could not fetch\\nthe list", "start_time": null, "end_time": null,
          "update_all": {"execution_id": "01900000-0000-7001-8000-0000000000aa",
            "created_at": "2026-02-01T08:00:00.123456+00:00",
            "steps": [{"step_no": 0, "step_name": "refresh", "phase": "CHECK",
                "wall_clock_seconds": 1.25, "cpu_user_seconds": 1e-3, "memory_peak_bytes": 104857600},
              {"step_no": 5, "step_name": "upgrade", "phase": "EXECUTE", "io_read_ops": 9}],
            "estimates": [{"estimate_no": 0, "phase": "DOWNLOAD", "download_bytes_est": 1000001,
                "confidence": 0.75}]}}],
        "kept": true, "update_all": {"run_id": "ffffffff-ffff-ffff-ffff-ffffffffffff",
          "created_at": "2026-02-01T08:00:00+00:00"}}]""";

  private static final List<byte[]> SOUND =
      List.of(
          utf8(AS_PYTHON_WRITES),
          utf8(AS_PYTHON_EXPORTS),
          utf8(BY_HAND),
          utf8(WITH_ADDITIONS),
          utf8("[]"));

  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[{}]",
          "\"\"",
          "\" \"",
          "0",
          "-0",
          "-1",
          "3.0",
          "3.7",
          "2147483647",
          "2147483648",
          "-2147483649",
          "9223372036854775807",
          "9223372036854775808",
          "1e9",
          "1e999999999",
          "1e-999999999",
          "-1e400",
          "NaN",
          "Infinity",
          "-Infinity",
          "01",
          "1.",
          "+1",
          "0x10",
          "1e99999999999999999999",
          "9".repeat(400),
          "0." + "1".repeat(2000),
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "\"\\ud83d\\ude00\"",
          "\"\u202E\uFFFF\"",
          "\"\\x\"",
          "'x'",
          "\"" + "x".repeat(300) + "\"",
          "[".repeat(99) + "]".repeat(99),
          "[".repeat(120),
          "{\"a\":".repeat(101) + "1",
          "\"success\"",
          "\"SKIPPED\"",
          "\"cancelled\"",
          "\" success \"",
          "\"Error\"",
          "\"2f0c7b52-6d0e-4a53-9a3e-0c9f0a4f7c11\"",
          "\"urn:uuid:2f0c7b526d0e4a539a3e0c9f0a4f7c11\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"EXECUTE\"",
          "\"check\"");

  private static final List<String> ODD_TIMES =
      List.of(
          "2026-01-03T06:15:02Z",
          "2026-02-30T00:00:00",
          "0001-01-01T00:00:00+23:59",
          "0000-12-31T23:59:59",
          "9999-12-31T23:59:59.999999-12:00",
          "10000-01-01T00:00:00",
          "2026-01-03",
          "20260103",
          "2026-W53-7",
          "2026W01",
          "2026-01-03T24:00:00",
          "2026-01-03T23:59:60",
          "2026-01-03T06:15:02.1234567891",
          "2026-01-03T06:15:02,5",
          "2026-01-03T06:15:02+25:00",
          "2026-01-03T06:15:02+00:00:00.000001",
          "2026-01-03x06",
          " 2026-01-03",
          "now",
          "1767421302",
          "2026-01-03T06:15:02.",
          "2026-10-25T02:30:00",
          "٢٠٢٦-01-03T06:15:02",
          "2026-01-03T06:15:02Zebra",
          "-026-01-03");

  // Possessive, or else a long string would be matched by as many calls within calls.
  private static final Pattern VALUE =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|true|false|null");
  private static final Pattern TIME = Pattern.compile("\"[0-9]{4}-?[0-9W][^\"]{4,40}\"");
  private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
  private static final Pattern FIELD = Pattern.compile("\"[a-z_]+\": ?(?:\"[^\"]*\"|[0-9.]+|null)");

  private MutatedHistories() {}

  /** The history of that number. */
  public static byte[] history(long number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    byte[] history = any(SOUND, random);
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      history = random.nextInt(4) == 0 ? inBytes(history, random) : inValues(history, random);
    }
    return history;
  }

  private static byte[] inBytes(byte[] history, SplittableRandom random) {
    if (history.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(history.length);
    int until = at + 1 + random.nextInt(Math.min(64, history.length - at));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(history, at, 1 << random.nextInt(8));
      case 1 -> flipped(history, at, random.nextInt(256));
      case 2 -> Arrays.copyOf(history, at);
      case 3 -> joined(Arrays.copyOf(history, at), rest(history, until));
      case 4 -> joined(Arrays.copyOf(history, until), rest(history, at));
      case 5 -> joined(Arrays.copyOf(history, at), noise(random), rest(history, at));
      default -> spliced(history, at, any(SOUND, random), random);
    };
  }

  private static byte[] inValues(byte[] history, SplittableRandom random) {
    String text = new String(history, UTF_8);
    return utf8(
        switch (random.nextInt(6)) {
          case 0, 1 -> replaced(text, VALUE, any(ODD_VALUES, random), random);
          case 2 -> replaced(text, TIME, '"' + any(ODD_TIMES, random) + '"', random);
          case 3 -> repeated(text, OBJECT, random);
          case 4 -> repeated(text, FIELD, random);
          default -> replaced(text, FIELD, any(FIELDS, random) + any(ODD_VALUES, random), random);
        });
  }

  private static final List<String> FIELDS =
      List.of(
          "\"id\": ",
          "\"plugins\": ",
          "\"update_all\": ",
          "\"steps\": ",
          "\"hostname\": ",
          "\"name\": ",
          "\"status\": ",
          "\"exit_code\": ",
          "\"execution_id\": ",
          "\"step_no\": ",
          "\"phase\": ",
          "\"wall_clock_seconds\": ",
          "\"download_size_bytes\": ",
          "\"\\ud800\": ",
          "\"start_time\": ",
          "\"end_time\": ",
          "\"username\": ",
          "\"unknown\": ");

  private static String replaced(
      String text, Pattern what, String replacement, SplittableRandom random) {
    List<MatchResult> found = found(text, what);
    if (found.isEmpty()) {
      return text + replacement;
    }
    MatchResult one = any(found, random);
    return text.substring(0, one.start()) + replacement + text.substring(one.end());
  }

  private static String repeated(String text, Pattern what, SplittableRandom random) {
    List<MatchResult> found = found(text, what);
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = any(found, random);
    return text.substring(0, one.end()) + "," + one.group() + text.substring(one.end());
  }

  private static List<MatchResult> found(String text, Pattern what) {
    return new ArrayList<>(what.matcher(text).results().toList());
  }

  private static byte[] flipped(byte[] history, int at, int bits) {
    byte[] changed = history.clone();
    changed[at] ^= (byte) bits;
    return changed;
  }

  private static byte[] spliced(byte[] history, int at, byte[] other, SplittableRandom random) {
    return joined(Arrays.copyOf(history, at), rest(other, random.nextInt(other.length)));
  }

  private static byte[] noise(SplittableRandom random) {
    byte[] noise = new byte[1 + random.nextInt(8)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] rest(byte[] history, int from) {
    return Arrays.copyOfRange(history, from, history.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static <T> T any(List<T> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
