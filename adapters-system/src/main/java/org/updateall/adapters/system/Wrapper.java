package org.updateall.adapters.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The small shell around a command, and what it leaves behind in a folder that only this user may
 * look into. The shell tells the CPU time ({@code times}) and the I/O of all its children that were
 * waited for; between it and the command stands GNU time where there is one.
 */
final class Wrapper implements AutoCloseable {

  private static final String SCRIPT = script();
  private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+)(?:[.,](\\d+))?s");

  private final Machine machine;
  private final Path folder;

  private Wrapper(Machine machine, Path folder) {
    this.machine = machine;
    this.folder = folder;
  }

  /**
   * @throws IOException if there is no place for its files
   */
  static Wrapper on(Machine machine) throws IOException {
    return new Wrapper(machine, Files.createTempDirectory(machine.scratch(), "update-all-"));
  }

  Path folder() {
    return folder;
  }

  /**
   * The words that start the command inside the shell.
   *
   * @param cgroup is entered first; absent for none
   */
  List<String> around(Path shell, List<String> command, @Nullable Path cgroup) {
    List<String> words = new ArrayList<>(List.of(shell.toString(), "-c", SCRIPT, "sh"));
    words.add(folder.toString());
    words.add(cgroup == null ? "" : cgroup.toString());
    Path time = machine.gnuTime().program();
    if (time != null) {
      String answer = folder.resolve("time").toString();
      words.addAll(List.of(time.toString(), "-q", "-f", "%M", "-o", answer, "--"));
    }
    words.addAll(command);
    return words;
  }

  boolean enteredCgroup() {
    return Files.exists(folder.resolve("entered"));
  }

  /** User and kernel time of the shell's children; absent if the shell could not tell. */
  @Nullable CpuTime cpuTime() {
    String[] lines = read("times").split("\n", -1);
    Matcher times = TIME.matcher(lines.length < 2 ? "" : lines[1]);
    if (!times.find()) {
      return null;
    }
    double user = seconds(times);
    return times.find() ? new CpuTime(user, seconds(times)) : null;
  }

  /** The largest process by GNU time, in bytes; absent if it could not tell. */
  @Nullable Long largestProcess() {
    String[] lines = read("time").strip().split("\n", -1);
    String last = lines[lines.length - 1];
    return last.matches("\\d{1,15}") ? Long.valueOf(Long.parseLong(last) * 1024) : null;
  }

  /** What the shell and its children moved to and from storage; absent if it could not tell. */
  @Nullable StorageTraffic traffic() {
    return StorageTraffic.fromAccount(read("io"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException notWritten) {
      return "";
    }
  }

  private static double seconds(Matcher time) {
    String fraction = time.group(3) == null ? "0" : time.group(3);
    return Long.parseLong(time.group(1)) * 60 + Double.parseDouble(time.group(2) + "." + fraction);
  }

  private static String script() {
    try (InputStream script = Wrapper.class.getResourceAsStream("wrapper.sh")) {
      if (script == null) {
        throw new IllegalStateException("wrapper.sh is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
