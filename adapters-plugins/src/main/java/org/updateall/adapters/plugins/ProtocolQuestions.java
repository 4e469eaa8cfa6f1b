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
 * which is also a plain no; so a question without an answer counts as one with a no. Mutexes and
 * dependencies are asked for as the protocol has it, and where that has no answer, phase by phase,
 * as the requirements before it had it.
 */
final class ProtocolQuestions {

  private static final Duration STEP_TIMEOUT = DeclarationReader.STEP_TIMEOUT;

  /** What the commands of a phase begin with in the requirements. */
  private static final Map<StepPhase, String> BEGINNINGS =
      new EnumMap<>(
          Map.of(
              StepPhase.CHECK, "estimate-update",
              StepPhase.DOWNLOAD, "download",
              StepPhase.EXECUTE, "update"));

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
    boolean root = isAffirmed("does-require-sudo");
    List<PluginStep> steps = new ArrayList<>();
    if (isAffirmed("can-separate-download")) {
      steps.add(step(file, "download", StepPhase.DOWNLOAD, root));
    }
    steps.add(step(file, "update", StepPhase.EXECUTE, root));
    return new PluginPlan(steps, mutexes(), dependencies(), conflicts(), remarks);
  }

  private static PluginStep step(Path file, String command, StepPhase phase, boolean root) {
    return new PluginStep(
        command,
        phase,
        List.of(file.toString(), command),
        DeclarationReader.PLAIN_LANGUAGE,
        root,
        STEP_TIMEOUT,
        PluginStep.ZERO);
  }

  /** The protocol does not tell the mutexes of phases apart, so that they count for each. */
  private Map<StepPhase, Set<String>> mutexes() {
    Map<StepPhase, Set<String>> mutexes = new EnumMap<>(StepPhase.class);
    boolean together = isAffirmed("get-mutexes");
    BEGINNINGS.forEach(
        (phase, beginning) -> {
          String question = together ? "get-mutexes" : beginning + "-mutexes";
          mutexes.put(phase, new HashSet<>(words(question, "mutexes")));
        });
    return mutexes;
  }

  private Set<PluginName> dependencies() {
    Set<PluginName> plugins = new HashSet<>();
    if (isAffirmed("get-dependency")) {
      addPlugins(plugins, "get-dependency", "dependencies");
    } else {
      BEGINNINGS
          .values()
          .forEach(each -> addPlugins(plugins, each + "-dependency", "dependencies"));
    }
    return plugins;
  }

  private Set<PluginName> conflicts() {
    Set<PluginName> plugins = new HashSet<>();
    addPlugins(plugins, "get-dependency", "conflicts");
    return plugins;
  }

  private void addPlugins(Set<PluginName> plugins, String question, String field) {
    for (String word : words(question, field)) {
      try {
        plugins.add(new PluginName(word));
      } catch (IllegalArgumentException e) {
        remarks.add("%s: %s".formatted(question, e.getMessage()));
      }
    }
  }

  /** The words that an affirmed question is answered with: a list in JSON, or one on each line. */
  private List<String> words(String question, String field) {
    if (!isAffirmed(question)) {
      return List.of();
    }
    String output = answer(question).output();
    return question.startsWith("get-") || JsonText.object(output).isDefined()
        ? listed(question, field, output)
        : PlainText.lines(output).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
  }

  private List<String> listed(String question, String field, String output) {
    JsonNode list = JsonText.object(output).map(root -> root.path(field)).getOrNull();
    if (list == null || !(list.isArray() || list.isMissingNode())) {
      remark("%s: what it prints has no list of %s".formatted(question, field));
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (JsonNode each : list) {
      String word = each.isString() ? PlainText.line(each.stringValue()) : "";
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private boolean isAffirmed(String question) {
    Asking.Answer answer = answer(question);
    return answer.failure() == null && answer.exitCode() == 0;
  }

  /** Each question is asked once. */
  private Asking.Answer answer(String question) {
    Asking.Answer known = answers.get(question);
    if (known != null) {
      return known;
    }
    Asking.Answer answer = ask.apply(question);
    answers.put(question, answer);
    if (answer.failure() != null) {
      remark("%s: %s".formatted(question, answer.failure()));
    }
    return answer;
  }

  private void remark(String text) {
    if (!remarks.contains(text)) {
      remarks.add(text);
    }
  }
}
