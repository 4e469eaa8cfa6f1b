package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another process that runs a main class of the tests. Ends it when closed. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  static ChildJvm start(Class<?> main, Object... arguments) {
    return start(Map.of(), main, arguments);
  }

  static ChildJvm start(Map<String, String> environment, Class<?> main, Object... arguments) {
    return start(environment, List.of("-XX:TieredStopAtLevel=1"), main, arguments);
  }

  /** With these options of the JVM, and its full compiler: for much work. */
  static ChildJvm startWith(List<String> options, Class<?> main, Object... arguments) {
    return start(Map.of(), options, main, arguments);
  }

  private static ChildJvm start(
      Map<String, String> environment, List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.addAll(options);
    command.addAll(List.of("-cp", UnpackedDriver.CLASS_PATH, main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new ChildJvm(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** The next line that it writes; it must write one. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException("the other process ended without another line");
    }
    return line;
  }

  /**
   * The next line that it writes.
   *
   * @throws TimeoutException if it writes none for so long
   */
  String line(Duration limit) throws Exception {
    return CompletableFuture.supplyAsync(this::nextLine)
        .get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private String nextLine() {
    try {
      return line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All lines that it still writes. */
  List<String> remainingLines() {
    return output.lines().toList();
  }

  /** Writes a line to its input. */
  void say(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Ends its input, for which it may be waiting. */
  void release() throws IOException {
    process.getOutputStream().close();
  }

  /** Kills it as {@code kill -9} does; what it wrote can still be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the other process does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
