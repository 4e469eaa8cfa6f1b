package org.updateall.domain.updating;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;

/**
 * What updating with a plugin takes.
 *
 * @param steps what is run, in this order: those of CHECK first, then DOWNLOAD, then EXECUTE
 * @param mutexes what may be in use by one plugin at a time, by the phase that uses it, such as
 *     {@code pkgmgr:dpkg}
 * @param after the plugins that have to be done before, where they run at all
 * @param conflicts the plugins that may not run at the same time
 * @param remarks what could not be learned of it, in sentences for a user
 */
public record PluginPlan(
    List<PluginStep> steps,
    Map<StepPhase, Set<String>> mutexes,
    Set<PluginName> after,
    Set<PluginName> conflicts,
    List<String> remarks) {

  /**
   * @throws IllegalArgumentException if there are no steps, two share a name, they are not in the
   *     order of their phases, or a mutex has no name
   */
  public PluginPlan {
    steps = List.copyOf(steps);
    after = Set.copyOf(after);
    conflicts = Set.copyOf(conflicts);
    remarks = List.copyOf(remarks);
    mutexes =
        mutexes.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, phase -> Set.copyOf(phase.getValue())));
    mutexes.values().forEach(names -> names.forEach(name -> Checks.text("mutex", name)));
    requireSteps(steps);
  }

  /** Whether any step needs root. */
  public boolean needsRoot() {
    return steps.stream().anyMatch(PluginStep::needsRoot);
  }

  /** The mutexes of that phase. */
  public Set<String> mutexes(StepPhase phase) {
    return mutexes.getOrDefault(phase, Set.of());
  }

  /** The mutexes of any phase, by name. */
  public Set<String> allMutexes() {
    return mutexes.values().stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The steps of that phase. */
  public List<PluginStep> steps(StepPhase phase) {
    return steps.stream().filter(step -> step.phase() == phase).toList();
  }

  private static void requireSteps(List<PluginStep> steps) {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plugin without a step");
    }
    Set<String> names = new HashSet<>();
    StepPhase last = StepPhase.CHECK;
    for (PluginStep step : steps) {
      if (!names.add(step.name())) {
        throw new IllegalArgumentException("two steps are named " + step.name());
      }
      if (step.phase().compareTo(last) < 0) {
        throw new IllegalArgumentException(
            "step %s of phase %s comes after one of phase %s"
                .formatted(step.name(), step.phase(), last));
      }
      last = step.phase();
    }
  }
}
