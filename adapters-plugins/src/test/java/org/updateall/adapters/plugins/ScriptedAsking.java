package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as it was told beforehand, by how a command line begins. */
final class ScriptedAsking implements Asking {

  final List<List<String>> asked = new ArrayList<>();
  final List<Map<String, String>> environments = new ArrayList<>();
  final List<Duration> limits = new ArrayList<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  /** The text of a captured output. */
  static String captured(String name) {
    try (InputStream input =
        requireNonNull(ScriptedAsking.class.getResourceAsStream("captured/" + name), name)) {
      return new String(input.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScriptedAsking on(String beginning, int exitCode, String output) {
    answers.put(beginning, new Answer(exitCode, output, "", null));
    return this;
  }

  ScriptedAsking complaining(String beginning, int exitCode, String error) {
    answers.put(beginning, new Answer(exitCode, "", error, null));
    return this;
  }

  ScriptedAsking failing(String beginning, String failure) {
    answers.put(beginning, new Answer(0, "", "", failure));
    return this;
  }

  @Override
  public Answer ask(List<String> command, Map<String, String> environment, Duration limit) {
    asked.add(command);
    environments.add(environment);
    limits.add(limit);
    String line = String.join(" ", command);
    return answers.entrySet().stream()
        .filter(answer -> line.startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody expected " + line));
  }
}
