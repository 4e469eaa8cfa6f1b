package org.updateall.domain.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Lists of parts, in which one part is to be replaced or added. */
final class Parts {

  private Parts() {}

  /** The parts with the one of that key replaced, else with this one at the end. */
  static <T, K> List<T> with(List<T> parts, T part, Function<T, K> keyOf) {
    List<T> changed = new ArrayList<>(parts);
    for (int i = 0; i < changed.size(); i++) {
      if (keyOf.apply(changed.get(i)).equals(keyOf.apply(part))) {
        changed.set(i, part);
        return changed;
      }
    }
    changed.add(part);
    return changed;
  }

  /** As {@link #with}, and the parts ascend by their keys. */
  static <T, K extends Comparable<K>> List<T> ordered(List<T> parts, T part, Function<T, K> keyOf) {
    List<T> changed = with(parts, part, keyOf);
    changed.sort(Comparator.comparing(keyOf));
    return changed;
  }
}
