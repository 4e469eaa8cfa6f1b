package org.updateall.adapters.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.fleet.ProfileSource;

/**
 * Tells of a Linux machine by os-release(5) and the kernel's account of its memory. Of the version
 * two numbers count, and a version that is a date none: such systems change by the day, and each
 * day would be a kind of its own.
 */
final class LinuxProfileSource implements ProfileSource {

  private static final List<String> SYSTEM_FILES = List.of("etc/os-release", "usr/lib/os-release");
  private static final String MEMORY_FILE = "proc/meminfo";
  private static final int MAX_BYTES = 1 << 16;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
  private static final Pattern VERSION = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,5})?)(?:[.].*)?");
  private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB");

  private final Path root;
  private final int processors;

  /**
   * @param root where the machine's files are
   * @param processors how many processors it has
   */
  LinuxProfileSource(Path root, int processors) {
    this.root = root;
    this.processors = processors;
  }

  /** Tells of the machine that this program runs on. */
  static LinuxProfileSource here() {
    return new LinuxProfileSource(Path.of("/"), Runtime.getRuntime().availableProcessors());
  }

  @Override
  public HostTraits traits() {
    return new HostTraits(operatingSystem(), processors, memoryBytes());
  }

  private String operatingSystem() {
    for (String file : SYSTEM_FILES) {
      List<String> lines = lines(file);
      String id = value(lines, "ID=", ID);
      if (id != null) {
        String version = value(lines, "VERSION_ID=", VERSION);
        return version == null ? id : id + "-" + version;
      }
    }
    return HostProfile.UNKNOWN_SYSTEM;
  }

  private @Nullable Long memoryBytes() {
    for (String line : lines(MEMORY_FILE)) {
      Matcher matcher = MEMORY.matcher(line);
      if (matcher.matches()) {
        long kibibytes = Long.parseLong(matcher.group(1));
        return kibibytes == 0 ? null : kibibytes * 1024;
      }
    }
    return null;
  }

  /** What such a line says, without quotes; absent if there is none, or it says something else. */
  private static @Nullable String value(List<String> lines, String key, Pattern form) {
    for (String line : lines) {
      if (line.startsWith(key)) {
        String text = line.substring(key.length()).replace("\"", "").replace("'", "");
        Matcher matcher = form.matcher(text);
        return matcher.matches() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
      }
    }
    return null;
  }

  /** Of a small file; none where it cannot be read. */
  private List<String> lines(String name) {
    try (InputStream input = Files.newInputStream(root.resolve(name))) {
      return new String(input.readNBytes(MAX_BYTES), UTF_8).lines().map(String::strip).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
