package org.updateall.adapters.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PluginStep;
import tools.jackson.databind.JsonNode;

/**
 * Learns from an executable what its update takes. Whoever does not know a question exits with 1,
 * which is also a plain no; so that a question without an answer counts as one with a no.
 */
final class ProtocolQuestions {

  static final Duration DOWNLOAD_TIMEOUT = Duration.ofHours(2);
  static final Duration UPDATE_TIMEOUT = Duration.ofHours(2);

  private final Function<String, Asking.Answer> ask;
  private final Map<String, Asking.Answer> answers = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param ask asks a question of the executable
   */
  ProtocolQuestions(Function<String, Asking.Answer> ask) {
    this.ask = ask;
  }

  PluginPlan plan(Path file) {
    boolean root = isTrue("does-require-sudo");
    List<PluginStep> steps = new ArrayList<>();
    if (isTrue("can-separate-download")) {
      steps.add(step(file, "download", StepPhase.DOWNLOAD, DOWNLOAD_TIMEOUT, root));
    }
    steps.add(step(file, "update", StepPhase.EXECUTE, UPDATE_TIMEOUT, root));
    return new PluginPlan(steps, mutexes(), plugins("dependencies"), plugins("conflicts"), remarks);
  }

  private static PluginStep step(
      Path file, String command, StepPhase phase, Duration timeout, boolean root) {
    return new PluginStep(
        command,
        phase,
        List.of(file.toString(), command),
        DeclarationReader.PLAIN_LANGUAGE,
        root,
        timeout,
        PluginStep.ZERO);
  }

  private boolean isTrue(String question) {
    Asking.Answer answer = answer(question);
    return answer.failure() == null && answer.exitCode() == 0;
  }

  /** The mutexes count for every phase, as the protocol does not tell them apart. */
  private Map<StepPhase, Set<String>> mutexes() {
    Set<String> names = new HashSet<>(words("get-mutexes", "mutexes"));
    Map<StepPhase, Set<String>> mutexes = new EnumMap<>(StepPhase.class);
    for (StepPhase phase : StepPhase.values()) {
      mutexes.put(phase, names);
    }
    return mutexes;
  }

  private Set<PluginName> plugins(String field) {
    Set<PluginName> plugins = new HashSet<>();
    for (String word : words("get-dependency", field)) {
      try {
        plugins.add(new PluginName(word));
      } catch (IllegalArgumentException e) {
        remarks.add("get-dependency: " + e.getMessage());
      }
    }
    return plugins;
  }

  /** The texts in that list of the answer. */
  private List<String> words(String question, String field) {
    Asking.Answer answer = answer(question);
    List<String> words = new ArrayList<>();
    if (answer.failure() == null && answer.exitCode() == 0) {
      JsonNode list = JsonText.object(answer.output()).map(root -> root.path(field)).getOrNull();
      if (list == null || !(list.isArray() || list.isMissingNode())) {
        remarks.add("%s: what it prints has no list of %s".formatted(question, field));
      } else {
        for (JsonNode each : list) {
          String word = each.isString() ? PlainText.line(each.stringValue()) : "";
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
      }
    }
    return words;
  }

  private Asking.Answer answer(String question) {
    Asking.Answer known = answers.get(question);
    if (known != null) {
      return known;
    }
    Asking.Answer answer = ask.apply(question);
    answers.put(question, answer);
    if (answer.failure() != null) {
      remarks.add("%s: %s".formatted(question, answer.failure()));
    }
    return answer;
  }
}
