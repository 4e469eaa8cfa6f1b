package org.updateall.cli;

import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The command lines that are typed most often, and made without picocli: reading the annotations of
 * a command takes a tenth of the processor time of an estimate. They are {@code estimate} with
 * {@code --json} or {@code --quiet} or both, in any order; whatever else there is, picocli knows.
 */
final class FamiliarWords {

  private static final String JSON = "--json";
  private static final List<String> QUIET = List.of("-q", "--quiet");

  private FamiliarWords() {}

  /**
   * What these words mean, as it comes out of picocli.
   *
   * @param root is told the options that all commands share
   */
  static Option<Callable<Integer>> command(UpdateAllCommand root, String... words) {
    Set<String> rest = new HashSet<>(List.of(words));
    if (rest.size() < words.length || !rest.remove(EstimateCommand.NAME)) {
      return Option.none();
    }
    boolean json = rest.remove(JSON);
    boolean quiet = rest.remove(QUIET.get(0)) || rest.remove(QUIET.get(1));
    if (!rest.isEmpty()) {
      return Option.none();
    }
    root.choose(json, quiet);
    return Option.some(new EstimateCommand(root));
  }
}
