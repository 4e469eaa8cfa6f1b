package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PluginPlan;
import org.updateall.domain.updating.PluginStep;

/** Reads the declaration of one plugin; docs/plugins.md is the other half of its contract. */
final class DeclarationReader {

  static final Duration STEP_TIMEOUT = Duration.ofHours(2);
  static final Duration PREFLIGHT_TIMEOUT = Duration.ofMinutes(2);

  /** Set for every command, so that what it prints is known whatever the user's language is. */
  static final Map<String, String> PLAIN_LANGUAGE = Map.of("LC_ALL", "C", "LANGUAGE", "C");

  private final PluginName name;
  private final PluginOrigin origin;
  private final YamlMap map;
  private final Map<String, String> environment = new HashMap<>(PLAIN_LANGUAGE);
  private final Map<String, OutputPatterns> outputs = new HashMap<>();

  private DeclarationReader(PluginName name, PluginOrigin origin, YamlMap map) {
    this.name = name;
    this.origin = origin;
    this.map = map;
  }

  /** The plugin that is declared there; none if that cannot be, for reasons that are noted. */
  static Option<Declaration> read(PluginName name, PluginOrigin origin, YamlMap map) {
    DeclarationReader reader = new DeclarationReader(name, origin, map);
    try {
      return Option.some(reader.read());
    } catch (IllegalArgumentException e) {
      map.refuse(String.valueOf(e.getMessage()), "Mend the declaration of " + name);
      return Option.none();
    } finally {
      map.finish();
    }
  }

  private Declaration read() {
    map.text("description");
    map.flag("enabled");
    map.map("environment").peek(this::readEnvironment);
    List<String> programs = map.texts("programs").getOrElse(List.of());
    List<PreflightCommand> preflight =
        map.maps("pre-flight").getOrElse(List.of()).stream()
            .flatMap(each -> preflight(each).toJavaStream())
            .toList();
    List<PluginStep> steps = steps();
    PluginPlan plan =
        new PluginPlan(steps, mutexes(), plugins("after"), plugins("conflicts"), List.of());
    return new Declaration(
        name,
        origin,
        programs.isEmpty() ? List.of(steps.get(0).command().get(0)) : programs,
        preflight,
        environment,
        plan,
        outputs);
  }

  private void readEnvironment(YamlMap variables) {
    for (String variable : variables.keys()) {
      variables.text(variable).peek(value -> environment.put(variable, value));
    }
  }

  private Option<PreflightCommand> preflight(YamlMap each) {
    List<String> command = each.texts("command").getOrElse(List.of());
    if (command.isEmpty()) {
      each.refuse("command", "there is no command", "Write a list: the program and its arguments");
    }
    PreflightCommand read =
        new PreflightCommand(
            command,
            each.duration("timeout").getOrElse(PREFLIGHT_TIMEOUT),
            codes(each, "exit-codes", PluginStep.ZERO),
            codes(each, "nothing-exit-codes", Set.of()),
            codes(each, "cannot-tell-exit-codes", Set.of()),
            FormatReader.read(each).getOrNull(),
            each.flag("otherwise").getOrElse(false));
    each.finish();
    return Option.when(!command.isEmpty(), read);
  }

  private List<PluginStep> steps() {
    List<PluginStep> steps = new ArrayList<>();
    boolean root = map.flag("needs-root").getOrElse(false);
    Duration timeout = map.duration("timeout").getOrElse(STEP_TIMEOUT);
    for (YamlMap each : map.maps("steps").getOrElse(List.of())) {
      step(each, root, timeout).peek(steps::add);
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("it has no step that can be run");
    }
    steps.sort(Comparator.comparing(PluginStep::phase));
    return steps;
  }

  private Option<PluginStep> step(YamlMap each, boolean root, Duration timeout) {
    Option<StepPhase> phase =
        each.parsed("phase", StepPhase::fromName, "no phase", "Write check, download or execute");
    if (phase.isEmpty() && !each.keys().contains("phase")) {
      each.refuse("there is no phase", "Write phase: check, download or execute");
    }
    Option<List<String>> command = each.texts("command").filter(words -> !words.isEmpty());
    if (command.isEmpty()) {
      each.refuse("command", "there is no command", "Write a list: the program and its arguments");
    }
    String stepName =
        each.text("name")
            .getOrElse(phase.map(p -> p.name().toLowerCase(Locale.ROOT)).getOrElse("step"));
    boolean needsRoot = each.flag("needs-root").getOrElse(root);
    Duration limit = each.duration("timeout").getOrElse(timeout);
    Set<Integer> codes = codes(each, "exit-codes", PluginStep.ZERO);
    outputs.put(stepName, FormatReader.patterns(each));
    each.finish();
    return phase.flatMap(
        p ->
            command.map(c -> new PluginStep(stepName, p, c, environment, needsRoot, limit, codes)));
  }

  private Map<StepPhase, Set<String>> mutexes() {
    Map<StepPhase, Set<String>> mutexes = new EnumMap<>(StepPhase.class);
    if (!map.holdsMapping("mutexes")) {
      for (StepPhase phase : StepPhase.values()) {
        map.texts("mutexes").peek(names -> mutexes.put(phase, new HashSet<>(names)));
      }
      return mutexes;
    }
    for (YamlMap byPhase : map.map("mutexes")) {
      for (StepPhase phase : StepPhase.values()) {
        byPhase
            .texts(phase.name().toLowerCase(Locale.ROOT))
            .peek(names -> mutexes.put(phase, new HashSet<>(names)));
      }
      byPhase.finish();
    }
    return mutexes;
  }

  private Set<PluginName> plugins(String key) {
    Set<PluginName> plugins = new HashSet<>();
    map.texts(key).getOrElse(List.of()).forEach(word -> plugins.add(new PluginName(word)));
    return plugins;
  }

  private static Set<Integer> codes(YamlMap map, String key, Set<Integer> otherwise) {
    return map.numbers(key).map(codes -> (Set<Integer>) new HashSet<>(codes)).getOrElse(otherwise);
  }
}
